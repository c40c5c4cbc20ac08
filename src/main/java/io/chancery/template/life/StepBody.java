package io.chancery.template.life;

import io.chancery.platform.request.BodyFields;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says who does something to a version.
 *
 * @param from from when it counts; null for now
 * @param reason may be empty
 */
record StepBody(@Nullable Instant from, String reason) {

    private static final int LONGEST_REASON = 1000;
    /** What people write; the database keeps no date far beyond. */
    private static final int LAST_YEAR = 9999;

    /** A body that may give a reason. */
    static String reason(byte[] body) {
        return read(body, Set.of("reason")).reason();
    }

    /** A body that may give a reason and a time. */
    static StepBody withFrom(byte[] body) {
        return read(body, Set.of("from", "reason"));
    }

    private static StepBody read(byte[] body, Set<String> allowed) {
        var fields = BodyFields.read(body);
        fields.allow(allowed);
        var from = fields.parsed("from", "must be an instant, until the year " + LAST_YEAR, StepBody::instant);
        var reason = Objects.requireNonNullElse(fields.text("reason", LONGEST_REASON), "");
        fields.refuseFaulty(LifeException::invalidStep);
        return new StepBody(from.orElse(null), reason);
    }

    private static Instant instant(String text) {
        var time = OffsetDateTime.parse(text);
        if (time.getYear() > LAST_YEAR) {
            throw new DateTimeException("Too far away");
        }
        return time.toInstant();
    }

    /** A body that must give a reason. */
    static String demandedReason(byte[] body) {
        var fields = BodyFields.read(body);
        fields.allow(Set.of("reason"));
        var reason = fields.required("reason", LONGEST_REASON);
        fields.refuseFaulty(LifeException::invalidStep);
        return reason;
    }
}
