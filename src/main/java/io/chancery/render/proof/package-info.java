/** Reads what was rendered as a reader would who cannot see well, is in a hurry, or goes to law. */
@NullMarked
package io.chancery.render.proof;

import org.jspecify.annotations.NullMarked;
