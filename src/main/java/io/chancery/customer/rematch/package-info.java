/**
 * Looks at every record again: learns the weights from all of them, and finds who is who anew, in the background and in
 * memory that grows with the bytes of the records alone.
 */
@NullMarked
package io.chancery.customer.rematch;

import org.jspecify.annotations.NullMarked;
