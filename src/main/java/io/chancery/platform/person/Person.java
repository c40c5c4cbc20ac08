package io.chancery.platform.person;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person, by all that their data can be found by.
 *
 * @param id of the customer as it is today
 * @param ucid the same for people
 * @param customers all ids that lead to the customer, its own among them
 * @param ucids the same for people
 * @param records the source records that belong to the customer today
 * @param names of these, as {@code source/external id}
 * @param addresses every mail address and telephone number that any of these names, mail addresses in lower case
 * @param erasedAt null if the person was not erased
 */
public record Person(
        UUID id,
        String ucid,
        List<UUID> customers,
        List<String> ucids,
        List<UUID> records,
        List<String> names,
        List<String> addresses,
        @Nullable Instant erasedAt) {}
