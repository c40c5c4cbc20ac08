/**
 * Mails to many people differ in a few words. What is made of them is made once, with gaps, and filled for each: a stencil. Whether a
 * text is like one before is seen from the pieces that it was put together from.
 */
@NullMarked
package io.chancery.render.email.stencil;

import org.jspecify.annotations.NullMarked;
