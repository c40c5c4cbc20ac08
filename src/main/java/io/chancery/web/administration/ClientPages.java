package io.chancery.web.administration;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.chancery.platform.ProblemException;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.AuditLog;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.request.BodyFields;
import io.chancery.platform.security.ApiClientDesk;
import io.chancery.platform.security.ApiClientDesk.NewClient;
import io.chancery.platform.security.ApiClients;
import io.chancery.platform.security.ApiClients.Registered;
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
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Who may call with a key: made, with the key shown once, and revoked. */
@Path("/api-clients")
@Produces(MediaType.TEXT_HTML)
class ClientPages {

    private final ApiClientDesk desk;
    private final Visit visit;

    ClientPages(ApiClientDesk desk, Visit visit) {
        this.desk = desk;
        this.visit = visit;
    }

    /**
     * The list and the form beside it.
     *
     * @param name what stands in the form
     * @param made just now, with its key; else null
     */
    record Clients(
            List<Registered> items,
            String name,
            List<String> chosen,
            @Nullable NewClient made,
            String done) {

        /** For the choice of roles. */
        public TreeSet<String> roles() {
            return new TreeSet<>(ApiClients.ROLES);
        }

        /** Whether the role is chosen. */
        public boolean chosen(String role) {
            return chosen.contains(role);
        }
    }

    @CheckedTemplate
    static final class Pages {

        private Pages() {}

        static native TemplateInstance list(Reader reader, Clients clients, Faults faults);
    }

    @GET
    @RolesAllowed("admin")
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.API_CLIENT)
    @Operation(hidden = true)
    public Response list() {
        return show(new Clients(desk.list(), "", List.of(), null, visit.parameter("done")), Faults.NONE);
    }

    private Response show(Clients clients, Faults faults) {
        return visit.answer(Pages.list(visit.reader(), clients, faults), faults);
    }

    /** The key stands in the answer itself, which nobody keeps, and in no address. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("admin")
    @Audited(value = AuditAction.KEY_CREATED, kind = SubjectKind.API_CLIENT)
    @Operation(hidden = true)
    public Response create(
            @FormParam("name") @Nullable String name,
            @FormParam("kind") @Nullable String kind,
            @FormParam("roles") @Nullable List<String> roles) {
        var chosen = roles == null ? List.<String>of() : roles;
        var order = JsonNodeFactory.instance.objectNode();
        if (name != null && !name.isBlank()) {
            order.put("name", name.strip());
        }
        order.put("kind", kind == null ? "live" : kind);
        chosen.forEach(order.putArray("roles")::add);
        try {
            AuditLog.about(name == null ? "" : name.strip());
            var made = desk.create(new BodyFields(order));
            return show(new Clients(desk.list(), "", List.of(), made, ""), Faults.NONE);
        } catch (ProblemException e) {
            var faults = Faults.of(e, visit.reader().language());
            return show(new Clients(desk.list(), name == null ? "" : name, chosen, null, ""), faults);
        }
    }

    @POST
    @Path("{name}/revoke")
    @RolesAllowed("admin")
    @Audited(value = AuditAction.KEY_REVOKED, kind = SubjectKind.API_CLIENT, subject = "name")
    @Operation(hidden = true)
    public Response revoke(@PathParam("name") String name) {
        try {
            desk.revoke(name, visit.caller());
            return Visit.leadTo("/api-clients?done=revoked");
        } catch (ProblemException e) {
            var clients = new Clients(desk.list(), "", List.of(), null, "");
            return show(clients, Faults.of(e, visit.reader().language()));
        }
    }
}
