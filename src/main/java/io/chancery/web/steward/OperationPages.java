package io.chancery.web.steward;

import io.chancery.customer.StewardDesk;
import io.chancery.platform.ProblemException;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.web.Reader;
import io.chancery.web.Readers;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What was decided about who is who, and taking it back. */
@Path("/link-operations")
@Produces(MediaType.TEXT_HTML)
class OperationPages {

    private static final int SHOWN = 30;

    private final Readers readers;
    private final StewardDesk desk;
    private final SecurityIdentity caller;

    OperationPages(Readers readers, StewardDesk desk, SecurityIdentity caller) {
        this.readers = readers;
        this.desk = desk;
        this.caller = caller;
    }

    @CheckedTemplate
    static final class Pages {

        private Pages() {}

        static native TemplateInstance list(Reader reader, Acts page);
    }

    /**
     * A part of what was done, newest first.
     *
     * @param next where the following part begins; null after the last
     * @param done the act after which the reader came here
     * @param problem why an act could not be taken back; a code
     */
    record Acts(
            List<StewardDesk.Act> items,
            @Nullable UUID next,
            @Nullable UUID done,
            @Nullable String problem) {}

    @GET
    @RolesAllowed({"steward", "compliance", "admin"})
    @Audited(value = AuditAction.SEARCHED, kind = SubjectKind.LINK_OPERATION)
    @Operation(hidden = true)
    public String list(
            @Context HttpHeaders headers,
            @QueryParam("next") @Nullable UUID next,
            @QueryParam("done") @Nullable UUID done,
            @QueryParam("problem") @Nullable String problem) {
        var reader = readers.signedIn(headers, caller);
        var items = desk.acts(next, SHOWN);
        var following = items.size() < SHOWN ? null : items.get(SHOWN - 1).id();
        return Pages.list(reader, new Acts(items, following, done, problem))
                .setLocale(reader.language())
                .render();
    }

    @POST
    @Path("/{id}/undo")
    @RolesAllowed({"steward", "admin"})
    @Audited(value = AuditAction.UNDONE, kind = SubjectKind.LINK_OPERATION, subject = "id")
    @Operation(hidden = true)
    public Response undo(@PathParam("id") UUID id, @HeaderParam("HX-Request") @Nullable String swift) {
        if (swift != null) {
            desk.undo(id, new byte[0], caller.getPrincipal().getName());
            return Response.noContent().build();
        }
        var back = UriBuilder.fromPath("/link-operations");
        try {
            var result = desk.undo(id, new byte[0], caller.getPrincipal().getName());
            return Response.seeOther(back.queryParam("done", result.operation()).build())
                    .build();
        } catch (ProblemException e) {
            return Response.seeOther(back.queryParam("problem", e.code()).build())
                    .build();
        }
    }
}
