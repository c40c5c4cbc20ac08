/** What operators see of the dispatch: how long the queues are, what providers do, and which of them is in trouble. */
@NullMarked
package io.chancery.dispatch.watch;

import org.jspecify.annotations.NullMarked;
