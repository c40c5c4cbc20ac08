/** Style sheets written to the elements that they are about. */
@NullMarked
package io.chancery.render.style;

import org.jspecify.annotations.NullMarked;
