package io.chancery.customer.stream;

/** A source has brought many records at once, and all of them are on record. Sent outside of transactions. */
public record SourceDelivered(String source) {}
