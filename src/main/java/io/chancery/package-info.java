/** Chancery, the writing office of a company. */
@NullMarked
package io.chancery;

import org.jspecify.annotations.NullMarked;
