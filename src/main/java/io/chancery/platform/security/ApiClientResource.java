package io.chancery.platform.security;

import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.request.BodyFields;
import io.chancery.platform.security.ApiClients.Registered;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who may call, each person and each system with a key of its own and no more roles than needed. */
@Path("/api/v1/api-clients")
@Tag(name = "API clients")
@RolesAllowed("admin")
class ApiClientResource {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._@-]{0,99}");
    private static final int LONGEST_NAME = 100;
    private static final Set<String> KINDS = Set.of("live", "test");

    private final ApiClients clients;
    private final SecurityIdentity caller;

    ApiClientResource(ApiClients clients, SecurityIdentity caller) {
        this.clients = clients;
        this.caller = caller;
    }

    record ClientList(List<Registered> items) {}

    /** A client that was made just now, with its key, which nobody can look up later. */
    record NewClient(String name, String kind, Set<String> roles, String key) {}

    @GET
    @RolesAllowed("admin")
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.API_CLIENT)
    @Operation(summary = "Every API client there ever was; keys are kept nowhere")
    public ClientList list() {
        return new ClientList(clients.list());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("admin")
    @Audited(
            value = AuditAction.KEY_CREATED,
            kind = SubjectKind.API_CLIENT,
            subject = "/name",
            detail = {"/kind", "/roles"})
    @Operation(
            summary = "Makes an API client; the answer shows its key, once",
            description = "With \"kind\": \"test\" nothing is ever sent that the client asks for: statuses are"
                    + " simulated, and documents say that they are a test.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples =
                                    @ExampleObject(value = "{\"name\": \"anna.approver\", \"roles\": [\"approver\"]}")))
    @APIResponse(responseCode = "201", description = "Made")
    @APIResponse(responseCode = "409", description = "client-exists")
    @APIResponse(responseCode = "422", description = "invalid-client: each fault with its pointer")
    public Response create(byte[] body) {
        var fields = BodyFields.read(body);
        fields.allow(Set.of("name", "roles", "kind"));
        var name = fields.required("name", LONGEST_NAME);
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            fields.fault("name", "has letters, digits, blanks and . _ @ -, and begins with a letter or digit");
        }
        var roles = fields.texts("roles", ApiClients.ROLES.size());
        for (int i = 0; i < roles.size(); i++) {
            if (!ApiClients.ROLES.contains(roles.get(i))) {
                fields.fault("roles", i, "is none of " + String.join(", ", new TreeSet<>(ApiClients.ROLES)));
            }
        }
        if (roles.isEmpty() && fields.faults().isEmpty()) {
            fields.fault("roles", "names no role");
        }
        var kind = kind(fields);
        fields.refuseFaulty(ApiClientException::invalid);
        var key = clients.createIfMissing(name, Set.copyOf(roles), kind.equals("test"))
                .orElseThrow(ApiClientException::exists);
        return Response.status(Response.Status.CREATED)
                .entity(new NewClient(name, kind, new TreeSet<>(roles), key))
                .header("Cache-Control", "no-store")
                .build();
    }

    private static String kind(BodyFields fields) {
        var kind = fields.has("kind") ? fields.required("kind", LONGEST_NAME) : "live";
        if (!KINDS.contains(kind)) {
            fields.fault("kind", "is neither live nor test");
        }
        return kind;
    }

    @POST
    @Path("/{name}/revoke")
    @RolesAllowed("admin")
    @Audited(value = AuditAction.KEY_REVOKED, kind = SubjectKind.API_CLIENT, subject = "name")
    @Operation(summary = "Makes a key worthless, on every node within 30 seconds")
    @APIResponse(responseCode = "204", description = "Revoked")
    @APIResponse(responseCode = "404", description = "unknown-client")
    @APIResponse(responseCode = "409", description = "own-key: the caller's own key")
    public void revoke(@PathParam("name") String name) {
        if (name.equals(caller.getPrincipal().getName())) {
            throw ApiClientException.ownKey();
        }
        if (!clients.revoke(name)) {
            throw ApiClientException.unknown();
        }
    }
}
