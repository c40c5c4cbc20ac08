/** The streams of records that sources deliver, read as their mappings say. */
@NullMarked
package io.chancery.customer.stream;

import org.jspecify.annotations.NullMarked;
