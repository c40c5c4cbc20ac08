package io.chancery.consent;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When a customer wants no advertising, every day. From 20:00 to 08:00 goes over midnight.
 *
 * @param to the first minute that is free again
 */
public record QuietHours(
        @JsonFormat(pattern = "HH:mm") LocalTime from,
        @JsonFormat(pattern = "HH:mm") LocalTime to,
        ZoneId zone) {

    public QuietHours {
        if (from.equals(to)) {
            throw new IllegalArgumentException("Quiet hours begin and end at different times");
        }
    }

    /** Their end, if the instant lies within. */
    Optional<Instant> endAfter(Instant instant) {
        var local = instant.atZone(zone);
        if (!contains(local.toLocalTime())) {
            return Optional.empty();
        }
        var today = local.toLocalDate().atTime(to).atZone(zone);
        var end = today.isAfter(local)
                ? today
                : local.toLocalDate().plusDays(1).atTime(to).atZone(zone);
        return Optional.of(end.toInstant());
    }

    private boolean contains(LocalTime time) {
        boolean begun = !time.isBefore(from);
        boolean ended = !time.isBefore(to);
        return from.isBefore(to) ? begun && !ended : begun || !ended;
    }
}
