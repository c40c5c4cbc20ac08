package io.chancery.platform.audit.desk;

import io.chancery.platform.Fault;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.AuditFilter;
import io.chancery.platform.audit.SubjectKind;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of {@code GET /audit}. */
class AuditQuery {

    private static final int MOST = 200;
    private static final String A_TIME = "is not an ISO 8601 instant such as 2026-12-01T08:00:00Z";

    @QueryParam("actor")
    @Parameter(description = "The name of an API client")
    @Nullable
    String actor;

    @QueryParam("action")
    @Parameter(description = "such as viewed, searched, exported, changed, merged, approved, key-created")
    @Nullable
    String action;

    @QueryParam("subjectKind")
    @Parameter(description = "such as customer, message, template")
    @Nullable
    String subjectKind;

    @QueryParam("subject")
    @Parameter(description = "Its id or key")
    @Nullable
    String subject;

    @QueryParam("from")
    @Parameter(description = "The first instant that is in it; a download needs it")
    @Nullable
    String from;

    @QueryParam("to")
    @Parameter(description = "The first instant that is no more in it")
    @Nullable
    String to;

    @QueryParam("after")
    @Parameter(description = "next of the page before")
    @Nullable
    String after;

    @QueryParam("limit")
    @DefaultValue("50")
    @Parameter(description = "1 to 200; of no meaning to a download")
    int limit;

    private final List<Fault> faults = new ArrayList<>();

    /** @throws InvalidAuditQueryException if a parameter makes no sense, with a pointer for each that does not */
    AuditFilter filter() {
        var filter = new AuditFilter(
                actor,
                parse(
                        "action",
                        action,
                        AuditAction::of,
                        "must be one of " + codes(AuditAction.values(), AuditAction::code)),
                parse(
                        "subjectKind",
                        subjectKind,
                        SubjectKind::of,
                        "must be one of " + codes(SubjectKind.values(), SubjectKind::code)),
                subject,
                parse("from", from, AuditQuery::instant, A_TIME),
                parse("to", to, AuditQuery::instant, A_TIME),
                parse("after", after, UUID::fromString, "is not a cursor of this list"),
                limit);
        if (limit < 1 || limit > MOST) {
            fault("limit", "must be 1 to " + MOST);
        }
        if (filter.from() != null && filter.to() != null && filter.to().isBefore(filter.from())) {
            fault("to", "lies before the begin");
        }
        refuseFaulty();
        return filter;
    }

    /** The same for a download, which is of a period. */
    AuditFilter period(int rowsAtOnce) {
        if (from == null) {
            fault("from", "is missing: a download is of a period");
        }
        var asked = filter();
        return new AuditFilter(
                asked.actor(),
                asked.action(),
                asked.subjectKind(),
                asked.subject(),
                asked.from(),
                asked.to(),
                null,
                rowsAtOnce);
    }

    private <T> @Nullable T parse(String name, @Nullable String text, Function<String, T> parser, String detail) {
        try {
            return text == null ? null : parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            fault(name, detail);
            return null;
        }
    }

    private void fault(String name, String detail) {
        faults.add(new Fault("/" + name, detail));
    }

    private void refuseFaulty() {
        if (!faults.isEmpty()) {
            throw new InvalidAuditQueryException(faults);
        }
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static <T> String codes(T[] values, Function<T, String> code) {
        return Stream.of(values).map(code).collect(Collectors.joining(", "));
    }
}
