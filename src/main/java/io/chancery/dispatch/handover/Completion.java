package io.chancery.dispatch.handover;

import io.chancery.dispatch.outcome.Settlement;

/** An attempt that has ended, and what is to be recorded of it. */
public record Completion(Attempt attempt, Settlement settlement) {}
