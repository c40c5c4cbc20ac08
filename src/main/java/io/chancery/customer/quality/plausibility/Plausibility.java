package io.chancery.customer.quality.plausibility;

/** How far a value can be believed. */
public enum Plausibility {
    PLAUSIBLE,
    /** Somebody may really have it, but more often nobody has: worth a note, no more. */
    DOUBTFUL,
    /** Nobody has it: it only fills a field that had to be filled, and counts as missing. */
    PLACEHOLDER
}
