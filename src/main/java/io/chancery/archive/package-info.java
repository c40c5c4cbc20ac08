/**
 * The record of everything that was sent: deliveries, their events, and the exact bytes of every rendition.
 */
@NullMarked
package io.chancery.archive;

import org.jspecify.annotations.NullMarked;
