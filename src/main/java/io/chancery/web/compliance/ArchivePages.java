package io.chancery.web.compliance;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.chancery.message.ArchiveDesk;
import io.chancery.platform.ProblemException;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.request.BodyFields;
import io.chancery.web.Reader;
import io.chancery.web.form.Faults;
import io.chancery.web.form.Visit;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The search of the archive, and the searches that are made again. */
@Path("/archive")
@Produces(MediaType.TEXT_HTML)
class ArchivePages {

    private static final int AT_ONCE = 50;

    private final ArchiveDesk desk;
    private final Visit visit;

    ArchivePages(ArchiveDesk desk, Visit visit) {
        this.desk = desk;
        this.visit = visit;
    }

    @CheckedTemplate
    static final class Pages {

        private Pages() {}

        static native TemplateInstance search(Reader reader, SearchView view, Faults faults);
    }

    @GET
    @RolesAllowed({"agent", "compliance", "admin"})
    @Audited(value = AuditAction.SEARCHED, kind = SubjectKind.DELIVERY)
    @Operation(hidden = true)
    public Response search() {
        return show(SearchForm.of(visit), Faults.NONE);
    }

    private Response show(SearchForm form, Faults before) {
        var reader = visit.reader();
        var caller = visit.caller();
        var after = visit.parameter("after");
        var faults = before;
        ArchiveDesk.Page found = null;
        try {
            // An agent first says of whom.
            if (form.present() || reader.may(List.of("compliance", "admin"))) {
                found = desk.search(form.q(), form.fields(), caller, after.isEmpty() ? null : after, AT_ONCE);
            }
        } catch (ProblemException e) {
            faults = before.present() ? before : Faults.of(e, reader.language());
        }
        var view = new SearchView(form, found, !after.isEmpty(), desk.savedSearches(caller), visit.parameter("done"));
        return visit.answer(Pages.search(reader, view, faults), faults);
    }

    @POST
    @Path("searches")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"agent", "compliance", "admin"})
    @Audited(value = AuditAction.CHANGED, kind = SubjectKind.ARCHIVE)
    @Operation(hidden = true)
    public Response save(
            @FormParam("name") @Nullable String name,
            @FormParam("query") @Nullable String query,
            @FormParam("shared") @Nullable String shared) {
        var asked = query == null ? "" : query;
        try {
            var order =
                    JsonNodeFactory.instance.objectNode().put("query", asked).put("shared", shared != null);
            desk.save(name == null ? "" : name, new BodyFields(order), visit.caller());
        } catch (ProblemException e) {
            return show(
                    new SearchForm(asked, Map.of()), Faults.of(e, visit.reader().language()));
        }
        return Visit.leadTo("/archive?done=saved&q=" + SearchForm.encoded(asked));
    }

    @POST
    @Path("searches/{name}/delete")
    @RolesAllowed({"agent", "compliance", "admin"})
    @Audited(value = AuditAction.DELETED, kind = SubjectKind.ARCHIVE, subject = "name")
    @Operation(hidden = true)
    public Response delete(@PathParam("name") String name) {
        desk.deleteSearch(name, visit.caller());
        return Visit.leadTo("/archive?done=deleted");
    }
}
