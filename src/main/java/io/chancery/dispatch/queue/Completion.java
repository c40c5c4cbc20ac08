package io.chancery.dispatch.queue;

import io.chancery.dispatch.outcome.Settlement;

/** An attempt that has ended, and what is to be recorded of it. */
record Completion(Attempt attempt, Settlement settlement) {}
