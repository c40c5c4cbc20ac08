/** What operators see of the sources: how much they are still to be told. */
@NullMarked
package io.chancery.customer.watch;

import org.jspecify.annotations.NullMarked;
