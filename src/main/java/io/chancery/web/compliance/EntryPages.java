package io.chancery.web.compliance;

import io.chancery.archive.ArchiveSearch.Kept;
import io.chancery.archive.Evidence;
import io.chancery.customer.Customers;
import io.chancery.message.ArchiveDesk;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.vocabulary.Ucid;
import io.chancery.web.Reader;
import io.chancery.web.compliance.EntryView.Shown;
import io.chancery.web.form.Visit;
import io.chancery.web.rendition.Frame;
import io.chancery.web.rendition.RenditionView;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** One delivery in the archive: its documents, its proof, its events. */
@Path("/archive/{deliveryId}")
@Produces(MediaType.TEXT_HTML)
class EntryPages {

    private final ArchiveDesk desk;
    private final Evidence evidence;
    private final Customers customers;
    private final Visit visit;

    EntryPages(ArchiveDesk desk, Evidence evidence, Customers customers, Visit visit) {
        this.desk = desk;
        this.evidence = evidence;
        this.customers = customers;
        this.visit = visit;
    }

    @CheckedTemplate
    static final class Pages {

        private Pages() {}

        static native TemplateInstance entry(Reader reader, EntryView view);
    }

    @GET
    @RolesAllowed({"agent", "compliance", "admin"})
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.DELIVERY, subject = "deliveryId")
    @Operation(hidden = true)
    public Response entry(@PathParam("deliveryId") UUID deliveryId) {
        var reader = visit.reader();
        var customer = visit.parameter("customer");
        var entry = desk.entry(deliveryId, named(customer), visit.caller(), reader.language());
        var documents = entry.documents().stream()
                .map(kept -> shown(deliveryId, kept, customer))
                .toList();
        var proof = reader.may(List.of("compliance", "admin")) ? evidence.verify(deliveryId) : null;
        var view = new EntryView(entry, customer, name(entry.delivery().ucid()), documents, proof);
        return visit.answer(Pages.entry(reader, view));
    }

    private static @Nullable String named(String customer) {
        return customer.isEmpty() ? null : customer;
    }

    private Shown shown(UUID deliveryId, Kept kept, String customer) {
        return new Shown(
                kept,
                kept.content() == null
                        ? null
                        : RenditionView.of(desk.rendition(deliveryId, kept.part(), named(customer), visit.caller())
                                .rendition()));
    }

    private String name(String ucid) {
        return customers
                .findId(new Ucid(ucid))
                .flatMap(id ->
                        Optional.ofNullable(customers.recipients(List.of(id)).get(id)))
                .map(recipient -> recipient.name().full())
                .orElse("");
    }

    @GET
    @Path("documents/{part}")
    @RolesAllowed({"agent", "compliance", "admin"})
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.DELIVERY, subject = "deliveryId", detail = "part")
    @Operation(hidden = true)
    public Response document(@PathParam("deliveryId") UUID deliveryId, @PathParam("part") String part) {
        var kept = desk.rendition(deliveryId, part, named(visit.parameter("customer")), visit.caller());
        return Frame.of(kept.rendition());
    }
}
