/** Proofs of a letter: what its envelope would hide, what its paper would cut off, and styles that paper does not know. */
@NullMarked
package io.chancery.render.print.proof;

import org.jspecify.annotations.NullMarked;
