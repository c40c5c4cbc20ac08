/** What a brand's style sheet makes of the elements of a letter, remembered from letter to letter. */
@NullMarked
package io.chancery.render.print.style;

import org.jspecify.annotations.NullMarked;
