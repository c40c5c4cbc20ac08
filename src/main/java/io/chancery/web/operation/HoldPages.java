package io.chancery.web.operation;

import io.chancery.message.HeldDeliveries;
import io.chancery.message.HeldDeliveries.StopOrder;
import io.chancery.message.HeldDeliveries.Which;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.template.Templates;
import io.chancery.vocabulary.Reason;
import io.chancery.web.Reader;
import io.chancery.web.Readers;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What waits for a person, by its reason, and what operators have stopped. */
@Path("/holds")
@Produces(MediaType.TEXT_HTML)
class HoldPages {

    private static final int PAGE_SIZE = 50;
    private static final int MOST_TEMPLATES = 200;

    private final HeldDeliveries held;
    private final Templates templates;
    private final Readers readers;
    private final SecurityIdentity caller;

    HoldPages(HeldDeliveries held, Templates templates, Readers readers, SecurityIdentity caller) {
        this.held = held;
        this.templates = templates;
        this.readers = readers;
        this.caller = caller;
    }

    /** How many wait for a reason. */
    record Count(Reason reason, long count) {}

    /**
     * What is held for one reason, or for any.
     *
     * @param reason null for any
     * @param next the cursor of the page that follows; null on the last one
     */
    record HoldList(
            List<Count> counts,
            @Nullable Reason reason,
            List<HeldDeliveries.View> rows,
            @Nullable UUID next,
            boolean first) {

        /** How many are held in all, as far as they were counted. */
        public long total() {
            return counts.stream().mapToLong(Count::count).sum();
        }

        /** Whether there are more than were counted. */
        public boolean isMore() {
            return total() >= HeldDeliveries.MOST_COUNTED;
        }

        /** Whether the provider may have taken these over. */
        public boolean isUncertain() {
            return reason == Reason.HANDOVER_UNKNOWN;
        }
    }

    @CheckedTemplate
    static final class Pages {

        private Pages() {}

        static native TemplateInstance list(
                Reader reader, HoldList page, List<StopOrder> stops, List<String> templates, Done done);
    }

    /** What came of a decision: how many deliveries it reached, or a problem; both empty if nothing was decided. */
    record Done(String count, String problem) {}

    @GET
    @RolesAllowed({"agent", "compliance", "operator", "admin"})
    @Audited(value = AuditAction.SEARCHED, kind = SubjectKind.HOLD, detail = "reason")
    @Operation(hidden = true)
    public String list(
            @Context HttpHeaders headers,
            @QueryParam("reason") @DefaultValue("") String reason,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("done") @DefaultValue("") String done,
            @QueryParam("problem") @DefaultValue("") String problem) {
        var reader = readers.signedIn(headers, caller);
        var which = new Which(reason.isEmpty() ? null : reason, null, null);
        var rows = held.list(which, after, PAGE_SIZE + 1, reader.language());
        boolean more = rows.size() > PAGE_SIZE;
        var part = more ? rows.subList(0, PAGE_SIZE) : rows;
        var counts = held.counts().entrySet().stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue()))
                .toList();
        var page = new HoldList(
                counts,
                reason.isEmpty() ? null : Reason.of(reason),
                part,
                more ? part.get(PAGE_SIZE - 1).delivery() : null,
                after == null);
        return Pages.list(reader, page, held.stops(), keys(), new Done(done.matches("\\d{1,9}") ? done : "", problem))
                .setLocale(reader.language())
                .render();
    }

    private List<String> keys() {
        return templates.list("", MOST_TEMPLATES).stream()
                .map(version -> version.key())
                .toList();
    }
}
