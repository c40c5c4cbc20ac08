package io.chancery.consent.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.consent.ConsentException;
import io.chancery.consent.request.DeclarationOrder.RecordKey;
import io.chancery.platform.request.BodyFields;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.ConsentDeclared;
import io.chancery.vocabulary.ConsentDeclared.Scope;
import io.chancery.vocabulary.ConsentDeclared.Status;
import io.chancery.vocabulary.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads declarations. */
public final class DeclarationBody {

    private static final Set<String> CONSENT_FIELDS = Set.of(
            "channel",
            "purpose",
            "status",
            "at",
            "contactPoint",
            "topics",
            "evidence",
            "source",
            "record",
            "doubleOptIn");

    /** What callers and their data say, beside our own words. */
    private static final Map<String, Status> STATUSES = Map.of(
            "granted", Status.CONFIRMED,
            "confirmed", Status.CONFIRMED,
            "pending", Status.PENDING,
            "revoked", Status.UNSUBSCRIBED,
            "unsubscribed", Status.UNSUBSCRIBED,
            "denied", Status.DENIED);

    private final BodyFields fields;
    private final Instant now;

    private DeclarationBody(JsonNode body, Instant now) {
        this.fields = new BodyFields(body);
        this.now = now;
    }

    /**
     * Reads the body of {@code POST …/consents}.
     *
     * @throws ConsentException if anything is wrong with it
     */
    public static DeclarationOrder consent(JsonNode body, Instant now) {
        var reader = new DeclarationBody(body, now);
        var order = reader.consent();
        reader.refuseFaulty();
        return order;
    }

    /**
     * Reads the body of {@code POST …/objection} or {@code …/restriction}.
     *
     * @param imposed what it says if it is in force, to be told from what it says if it is lifted
     * @throws ConsentException if anything is wrong with it
     */
    public static DeclarationOrder standing(JsonNode body, Instant now, Status imposed) {
        var reader = new DeclarationBody(body, now);
        var order = reader.standing(imposed);
        reader.refuseFaulty();
        return order;
    }

    private void refuseFaulty() {
        if (!fields.faults().isEmpty()) {
            throw ConsentException.invalid(fields.faults());
        }
    }

    private DeclarationOrder consent() {
        fields.allow(CONSENT_FIELDS);
        boolean doubleOptIn = fields.flag("doubleOptIn");
        var channel = channel();
        var status = doubleOptIn ? Status.PENDING : status();
        if (doubleOptIn) {
            checkDoubleOptIn(channel);
        }
        var evidence = new EvidenceBody(fields).read("api");
        if (status == Status.CONFIRMED
                && evidence.text().isEmpty()
                && evidence.proof().isEmpty()) {
            fields.fault("evidence", "is missing: the sender must be able to prove a consent");
        }
        return new DeclarationOrder(
                new Scope(channel, purpose()),
                status,
                fields.past("at", now).orElse(null),
                fields.text("contactPoint", 254),
                fields.texts("topics", 50),
                evidence,
                record(),
                doubleOptIn);
    }

    private void checkDoubleOptIn(Channel channel) {
        if (!channel.equals(Channel.EMAIL)) {
            fields.fault("doubleOptIn", "works by e-mail, for the channel email");
        }
        if (fields.has("status") && status() != Status.PENDING) {
            fields.fault("status", "a double opt-in begins as pending");
        }
        if (fields.has("at") || fields.has("record")) {
            fields.fault("doubleOptIn", "begins now, and with the customer: without at and record");
        }
    }

    private Channel channel() {
        if (!fields.has("channel")) {
            fields.fault("channel", "is missing");
        }
        return fields.parsed("channel", "is not the name of a channel", Channel::new)
                .orElse(Channel.EMAIL);
    }

    private Status status() {
        var status = STATUSES.get(fields.required("status", 20).toLowerCase(Locale.ROOT));
        if (status == null) {
            fields.fault("status", "must be confirmed (or granted), pending, unsubscribed (or revoked), or denied");
            return Status.PENDING;
        }
        return status;
    }

    private String purpose() {
        var purpose = fields.text("purpose", 20);
        if (purpose == null) {
            return ConsentDeclared.MARKETING;
        }
        if (!ConsentDeclared.PURPOSES.contains(purpose)) {
            fields.fault("purpose", "must be one of " + ConsentDeclared.PURPOSES);
            return ConsentDeclared.MARKETING;
        }
        return purpose;
    }

    private @Nullable RecordKey record() {
        if (!fields.has("record")) {
            return null;
        }
        var record = fields.within("record");
        record.allow(Set.of("source", "record"));
        return new RecordKey(record.required("source", 50), record.required("record", 200));
    }

    private DeclarationOrder standing(Status imposed) {
        boolean restriction = imposed == Status.RESTRICTED;
        fields.allow(
                restriction
                        ? Set.of("status", "reason", "at", "source", "evidence", "except")
                        : Set.of("status", "reason", "at", "source", "evidence"));
        var said = fields.text("status", 20);
        if (said != null && !Set.of("in-force", "lifted").contains(said)) {
            fields.fault("status", "must be in-force or lifted");
        }
        boolean lifted = "lifted".equals(said);
        var reason = fields.required("reason", 1000);
        var evidence = new EvidenceBody(fields).read("api");
        return new DeclarationOrder(
                imposed == Status.OBJECTED ? Scope.ADVERTISING : Scope.EVERYTHING,
                lifted ? liftOf(imposed) : imposed,
                fields.past("at", now).orElse(null),
                null,
                restriction ? exceptions(lifted) : List.of(),
                EvidenceBody.withReason(evidence, reason),
                null,
                false);
    }

    private static Status liftOf(Status imposed) {
        return switch (imposed) {
            case RESTRICTED -> Status.RESTRICTION_LIFTED;
            case DECEASED -> Status.ALIVE;
            default -> Status.OBJECTION_LIFTED;
        };
    }

    private List<String> exceptions(boolean lifted) {
        var exceptions = fields.texts("except", Purpose.values().length);
        for (int i = 0; i < exceptions.size(); i++) {
            if (!isPurpose(exceptions.get(i))) {
                fields.fault("except", i, "is not a purpose of messages");
            }
        }
        if (lifted && !exceptions.isEmpty()) {
            fields.fault("except", "makes no sense when nothing is restricted any more");
        }
        return exceptions;
    }

    private static boolean isPurpose(String code) {
        for (var purpose : Purpose.values()) {
            if (purpose.code().equals(code)) {
                return true;
            }
        }
        return false;
    }
}
