/** The text part of a mail, read from its HTML. */
@NullMarked
package io.chancery.render.email.text;

import org.jspecify.annotations.NullMarked;
