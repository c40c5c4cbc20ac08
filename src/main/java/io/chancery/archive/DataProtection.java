package io.chancery.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.archive.person.Erasing;
import io.chancery.archive.person.ErasureDesk;
import io.chancery.archive.person.ErasureRecord;
import io.chancery.archive.person.ErasureRecord.Asked;
import io.chancery.archive.person.PersonException;
import io.chancery.archive.person.Persons;
import io.chancery.archive.person.export.PersonExport;
import io.chancery.archive.person.order.OrderTable.Order;
import io.chancery.platform.ProblemException;
import io.chancery.platform.person.Remainder;
import io.chancery.platform.person.Wait;
import io.chancery.platform.request.BodyFields;
import io.chancery.platform.security.ApiClient;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rights of those who get letters: access, and erasure (GDPR Art. 15, 17 and 20). */
@ApplicationScoped
public class DataProtection {

    private static final int LONGEST_REASON = 1_000;

    private final ErasureDesk desk;
    private final Erasing erasing;
    private final Persons persons;
    private final PersonExport export;
    private final ObjectMapper json;
    private final Clock clock;

    DataProtection(
            ErasureDesk desk, Erasing erasing, Persons persons, PersonExport export, ObjectMapper json, Clock clock) {
        this.desk = desk;
        this.erasing = erasing;
        this.persons = persons;
        this.export = export;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What an erasure erases and what it has to keep. Names nothing of the person, so that it can be kept itself.
     *
     * @param erased how many entries of each kind of data, by the names that the access export has for them
     * @param erasedDeliveries how many deliveries nobody can read any more
     * @param kept what must be kept, by duty and day
     * @param stays what stays because it tells nothing of the person
     * @param german what it comes to, for people
     * @param english the same
     */
    public record ErasureReport(
            Map<String, Long> erased,
            long erasedDeliveries,
            List<Duty> kept,
            List<Remainder> stays,
            String german,
            String english) {

        /**
         * Deliveries that one duty keeps.
         *
         * @param documentClass as their templates name it
         * @param duty the rule in words; of a hold, that it is one
         * @param until the last day on which they are kept; null for as long as a hold lasts
         */
        @JsonInclude(JsonInclude.Include.NON_NULL)
        public record Duty(
                String documentClass, String duty, @Nullable LocalDate until, long deliveries, List<UUID> holds) {}
    }

    /**
     * An erasure as callers see it.
     *
     * @param asked null of a preview
     * @param erasedAt null before
     * @param report what was erased, or would be, and what is kept
     * @param waitsFor while it waits, for what, and what can be done about it; empty if it goes on at once
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ErasureView(
            @Nullable UUID id,
            String ucid,
            State state,
            @Nullable Asked asked,
            @Nullable Instant erasedAt,
            Object report,
            @Nullable List<Wait> waitsFor) {

        /** How far it is. */
        public enum State {
            /** Nobody has asked for it. */
            PREVIEW,
            /** Something is on its way to the person. */
            WAITING,
            ERASED;

            @JsonValue
            public String code() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        /** The report in the very words that are on record. */
        public record Written(@JsonValue @JsonRawValue String json) {}

        public static ErasureView of(ErasureRecord erased) {
            return new ErasureView(
                    erased.id(),
                    erased.ucid(),
                    State.ERASED,
                    erased.asked(),
                    erased.erasedAt(),
                    new Written(erased.report()),
                    null);
        }

        public static ErasureView waiting(Order order, String ucid, ErasureReport report, List<Wait> waits) {
            return new ErasureView(order.id(), ucid, State.WAITING, order.asked(), null, report, waits);
        }

        public static ErasureView preview(String ucid, ErasureReport report) {
            return new ErasureView(null, ucid, State.PREVIEW, null, null, report, null);
        }
    }

    /** A file that is written while it is read. */
    public record PersonFile(String name, StreamingOutput content) {}

    /**
     * What the erasure of a person has erased, or would erase.
     *
     * @throws ProblemException if the UCID leads to nobody
     */
    public ErasureView erasure(String ucid) {
        return desk.look(desk.person(ucid));
    }

    /** Erases a person, for the {@code reason} in the fields; asked for again, it is not done again. */
    public ErasureView erase(String ucid, BodyFields fields, SecurityIdentity caller) {
        fields.allow(Set.of("reason"));
        var reason = fields.required("reason", LONGEST_REASON);
        fields.refuseFaulty(PersonException::invalid);
        var person = desk.person(ucid);
        if (person.erasedAt() == null) {
            var asked = new Asked(ApiClient.of(caller).name(), reason, clock.instant());
            erasing.goOn(desk.order(person, asked).id());
        }
        return erasure(ucid);
    }

    /** The report of an erasure, also as it is on record. */
    public ErasureReport report(ErasureView view) {
        try {
            return view.report() instanceof ErasureView.Written written
                    ? json.readValue(written.json(), ErasureReport.class)
                    : (ErasureReport) view.report();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Everything that is kept about one person, as a ZIP for the person.
     *
     * @throws ProblemException if the UCID leads to nobody, or to somebody who was erased
     */
    public PersonFile export(String ucid) {
        var person = persons.get(ucid);
        return new PersonFile(person.ucid() + ".zip", output -> export.write(person, output));
    }
}
