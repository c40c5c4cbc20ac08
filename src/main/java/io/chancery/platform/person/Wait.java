package io.chancery.platform.person;

/**
 * Something that an erasure waits for.
 *
 * @param code of what it is, such as {@code print-pool}
 * @param entries how many
 * @param german what it is and who can do what about it, for a clerk
 * @param english the same
 */
public record Wait(String code, long entries, String german, String english) {}
