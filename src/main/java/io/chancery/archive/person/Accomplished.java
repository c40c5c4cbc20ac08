package io.chancery.archive.person;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.archive.DataProtection.ErasureReport;
import io.chancery.archive.person.order.OrderTable.Order;
import io.chancery.archive.person.report.Erasable.Split;
import io.chancery.platform.Outbox;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.AuditEntry.Act;
import io.chancery.platform.audit.AuditEntry.Actor;
import io.chancery.platform.audit.AuditLog;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.digest.Sha256;
import io.chancery.platform.person.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Puts on record that a person was erased, and says so: to the audit log, by which the report is sealed, and to other systems
 * (GDPR Art. 19).
 */
@ApplicationScoped
class Accomplished {

    private static final String TOPIC = "customer.erased";

    private final Erasures erasures;
    private final AuditLog audit;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Clock clock;

    Accomplished(Erasures erasures, AuditLog audit, Outbox outbox, ObjectMapper json, Clock clock) {
        this.erasures = erasures;
        this.audit = audit;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    /** What others are told: to whom they know, by the ids that they know. */
    private record News(String ucid, Instant erasedAt) {}

    Instant now() {
        return clock.instant();
    }

    ErasureRecord get(UUID customerId) {
        return erasures.find(customerId).orElseThrow();
    }

    /** In the caller's transaction, which also erases. */
    ErasureRecord record(Person person, Order order, Split split) {
        var report = write(split.report());
        var erased = new ErasureRecord(
                order.id(), person.customers(), person.ucid(), order.asked(), now(), report, split.kept());
        erasures.insert(erased);
        tell(erased);
        return erased;
    }

    private String write(ErasureReport report) {
        try {
            return json.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A report can always be written", e);
        }
    }

    private void tell(ErasureRecord erased) {
        var detail = Map.of(
                "erasure", erased.id().toString(),
                "report-sha256", Sha256.of(erased.report().getBytes(StandardCharsets.UTF_8)),
                "kept", String.valueOf(erased.kept().size()));
        audit.append(Actor.job("erasure"), new Act(AuditAction.ERASED, SubjectKind.CUSTOMER, erased.ucid(), detail));
        outbox.append(List.of(new Outbox.Entry(TOPIC, erased.ucid(), new News(erased.ucid(), erased.erasedAt()))));
    }
}
