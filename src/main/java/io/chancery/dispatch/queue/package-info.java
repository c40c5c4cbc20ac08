/**
 * The queue of the dispatcher and its lanes, one per channel: read what is ready, put the attempt on record, hand over,
 * record the outcome. Plain SQL in batches; no entity comes near.
 */
@NullMarked
package io.chancery.dispatch.queue;

import org.jspecify.annotations.NullMarked;
