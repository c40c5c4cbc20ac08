package io.chancery.customer.survivorship;

import java.time.Instant;

/**
 * A value that survived, with where it comes from.
 *
 * @param rule why it won: the code of a {@link Strategy}, or {@code manual}
 * @param since when it became the golden value
 */
public record GoldenValue(String value, Origin origin, String rule, Instant since) {}
