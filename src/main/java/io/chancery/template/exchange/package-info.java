/** How templates come in from a folder and go out into one again. */
@NullMarked
package io.chancery.template.exchange;

import org.jspecify.annotations.NullMarked;
