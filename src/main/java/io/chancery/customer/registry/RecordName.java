package io.chancery.customer.registry;

/** A record, by the name that its source gave it. */
public record RecordName(String source, String record) {}
