/** The rows of the record: deliveries, their events, and where links lead. */
@NullMarked
package io.chancery.archive.record;

import org.jspecify.annotations.NullMarked;
