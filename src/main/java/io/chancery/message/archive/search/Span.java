package io.chancery.message.archive.search;

import io.chancery.platform.IdGenerator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * Deliveries that were accepted within some time: their ids begin with it.
 *
 * @param low the least id
 * @param high what all ids are less than
 */
public record Span(UUID low, UUID high) {

    public static final Span ALL = new Span(new UUID(0, 0), new UUID(Long.MAX_VALUE, -1));

    /** When an id was made. */
    public static Instant timeOf(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> Short.SIZE);
    }

    /** In which month; in UTC, as the archive has them. */
    static LocalDate monthOf(UUID id) {
        return LocalDate.ofInstant(timeOf(id), ZoneOffset.UTC).withDayOfMonth(1);
    }

    /** What of it is not older than this. */
    public Span from(Instant time) {
        return new Span(max(low, IdGenerator.floor(time)), high);
    }

    /** What of it is older than this. */
    public Span before(Instant time) {
        return before(IdGenerator.floor(time));
    }

    /** What of it is older than this delivery. */
    public Span before(UUID id) {
        return new Span(low, max(id, high).equals(id) ? high : id);
    }

    /** What of it lies in one month. */
    public Span within(LocalDate month) {
        return from(month.atStartOfDay(ZoneOffset.UTC).toInstant())
                .before(month.plusMonths(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    public boolean isEmpty() {
        return max(low, high).equals(low);
    }

    /** As the database compares them: without a sign. */
    private static UUID max(UUID one, UUID other) {
        return one.toString().compareTo(other.toString()) >= 0 ? one : other;
    }
}
