package io.chancery.message.intake;

import java.util.UUID;

/** A line of a run. */
public record RunItem(UUID runId, long line) {}
