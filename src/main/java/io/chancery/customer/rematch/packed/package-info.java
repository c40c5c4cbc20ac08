/**
 * Millions of small things in plain arrays, in little more memory than their bytes.
 */
@NullMarked
package io.chancery.customer.rematch.packed;

import org.jspecify.annotations.NullMarked;
