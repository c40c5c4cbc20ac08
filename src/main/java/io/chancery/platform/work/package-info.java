/**
 * How work is shared and driven: shards leased to nodes, loops that work on them, and the signal that wakes them. A
 * feature with a queue of its own starts a {@link WorkLoop}, reads the shards that {@link ShardLeases} says are ours,
 * and calls {@link WorkSignal#send()} wherever it adds work.
 */
@NullMarked
package io.chancery.platform.work;

import org.jspecify.annotations.NullMarked;
