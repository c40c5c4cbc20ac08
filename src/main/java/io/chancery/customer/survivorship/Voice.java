package io.chancery.customer.survivorship;

/**
 * What one record says about one attribute.
 *
 * @param key what the text is compared by
 * @param weight what the record's voice weighs under the attribute's strategy
 */
record Voice(SourceValues from, String text, String key, double weight) {}
