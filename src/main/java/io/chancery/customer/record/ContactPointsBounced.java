package io.chancery.customer.record;

import io.chancery.vocabulary.Attribute;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Addresses or numbers of records count no longer: what was sent there came back. Fired in the transaction that says so.
 *
 * @param records all of one customer
 * @param attribute {@code STREET} for the whole address
 */
public record ContactPointsBounced(List<UUID> records, Attribute attribute, Instant at) {}
