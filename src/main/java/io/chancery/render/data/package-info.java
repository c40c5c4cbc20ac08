/** The data of a message as plain values that a template can name. */
@NullMarked
package io.chancery.render.data;

import org.jspecify.annotations.NullMarked;
