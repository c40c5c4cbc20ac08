package io.chancery.consent.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.consent.ConsentException;
import io.chancery.consent.Suppression;
import io.chancery.consent.Suppression.Cause;
import io.chancery.consent.Suppression.Entry;
import io.chancery.consent.Suppression.Scope;
import io.chancery.platform.request.BodyFields;
import io.chancery.vocabulary.Channel;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads what is to be put on the suppression list. */
public final class SuppressionBody {

    private static final int LONGEST_NOTE = 1000;

    private static final Map<String, Pattern> ADDRESSES = Map.of(
            "email",
            Pattern.compile("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s]+"),
            "sms",
            Pattern.compile("\\+[1-9][0-9]{6,14}"));

    private SuppressionBody() {}

    /**
     * Reads the body of {@code POST /suppressions}.
     *
     * @throws ConsentException if anything is wrong with it
     */
    public static Suppression read(JsonNode body, UUID id, String recordedBy, Instant now) {
        var fields = new BodyFields(body);
        fields.allow(Set.of("channel", "address", "scope", "cause", "note", "expiresAt"));
        var channel = fields.required("channel", 10);
        var address = fields.required("address", 254);
        var form = ADDRESSES.get(channel);
        if (form == null) {
            fields.fault("channel", "must be email or sms");
        } else if (!form.matcher(address).matches()) {
            fields.fault("address", "must be a mail address, or for sms a number such as +4915112345678");
        }
        var cause = fields.parsed("cause", "must be manual, complaint or hard-bounce", Cause::of)
                .orElse(Cause.MANUAL);
        var scope = fields.parsed("scope", "must be everything or marketing", Scope::of)
                .orElse(cause.usualScope());
        var expiresAt = fields.parsed(
                "expiresAt", "is not an ISO 8601 instant such as 2026-12-01T08:00:00Z", SuppressionBody::instant);
        if (expiresAt.filter(instant -> !instant.isAfter(now)).isPresent()) {
            fields.fault("expiresAt", "must lie in the future");
        }
        var note = Objects.requireNonNullElse(fields.text("note", LONGEST_NOTE), "");
        fields.refuseFaulty(ConsentException::invalidSuppression);
        var reached = new Channel(channel);
        return new Suppression(
                id,
                reached,
                Suppression.normal(reached, address),
                scope,
                cause,
                new Entry(note, recordedBy, now),
                expiresAt.orElse(null),
                null);
    }

    /**
     * Reads the body of {@code POST /suppressions/{id}/lift}.
     *
     * @throws ConsentException if there is no reason
     */
    public static Entry lift(JsonNode body, String recordedBy, Instant now) {
        var fields = new BodyFields(body);
        fields.allow(Set.of("reason"));
        var reason = fields.required("reason", LONGEST_NOTE);
        fields.refuseFaulty(ConsentException::invalidSuppression);
        return new Entry(reason, recordedBy, now);
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
