package io.chancery.customer.mapping;

/**
 * An optional value that was dropped because it could not be used.
 *
 * @param code stable and kebab-case
 * @param column the source's own name of the column
 * @param detail why, without the value
 */
public record Note(String code, String column, String detail) {}
