/**
 * The golden record: sources, their records, and the one customer behind them.
 */
@NullMarked
package io.chancery.customer;

import org.jspecify.annotations.NullMarked;
