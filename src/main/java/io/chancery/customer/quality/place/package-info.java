/**
 * The postcodes of Germany, Austria, Switzerland and Liechtenstein with their places, and which place a written city means.
 */
@NullMarked
package io.chancery.customer.quality.place;

import org.jspecify.annotations.NullMarked;
