package io.chancery.dispatch.print.manifest;

import io.chancery.dispatch.print.manifest.Response.Reason;
import io.chancery.dispatch.print.manifest.Response.Status;
import io.chancery.dispatch.print.piece.PieceId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;

/** Understands the fields of one row. */
record ResponseRow(ZoneId zone) {

    static final String PIECE = "piece";
    static final String STATUS = "status";
    static final String AT = "at";
    static final String REASON = "reason";

    /** As they are written; empty where nothing is. */
    record Fields(String piece, String status, String at, String reason) {}

    /** @throws IllegalArgumentException that says what is wrong without quoting it */
    Response read(Fields fields) {
        var status = status(fields.status().strip().toLowerCase(Locale.ROOT));
        var reason = fields.reason().strip();
        return new Response(
                new PieceId(fields.piece()),
                status,
                at(fields.at().strip()),
                status == Status.RETURNED ? Reason.of(reason) : null,
                reason);
    }

    private static Status status(String code) {
        return Arrays.stream(Status.values())
                .filter(status -> status.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The status is not mailed, returned or rejected"));
    }

    private Instant at(String text) {
        try {
            var time = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    text.contains("T") ? text : text.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
            return time instanceof OffsetDateTime exact
                    ? exact.toInstant()
                    : ((LocalDateTime) time).atZone(zone).toInstant();
        } catch (DateTimeParseException noTime) {
            return startOf(text);
        }
    }

    private Instant startOf(String day) {
        try {
            return LocalDate.parse(day).atStartOfDay(zone).toInstant();
        } catch (DateTimeParseException noDay) {
            throw new IllegalArgumentException("The time is not ISO 8601", noDay);
        }
    }
}
