/**
 * Postal addresses: taken apart and checked against the postcodes of Germany, Austria, Switzerland and Liechtenstein.
 */
@NullMarked
package io.chancery.customer.quality.address;

import org.jspecify.annotations.NullMarked;
