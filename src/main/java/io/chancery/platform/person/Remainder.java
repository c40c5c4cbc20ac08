package io.chancery.platform.person;

/**
 * Something that stays when a person is erased, and tells nobody who they were.
 *
 * @param name as that of a {@link Share}, if it is what stays of one
 * @param entries how many
 * @param german what it is and why it stays, for a clerk
 * @param english the same
 */
public record Remainder(String name, long entries, String german, String english) {}
