package io.chancery.consent.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chancery.consent.Suppression;
import io.chancery.consent.request.SuppressionBody;
import io.chancery.consent.store.SuppressionTable;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.request.RequestBody;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Addresses and numbers that are not to be used. */
@Path("/api/v1/suppressions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Consents")
class SuppressionResource {

    private static final String ADDRESS = "/api/v1/suppressions";
    private static final int MOST = 200;

    private final SuppressionTable table;
    private final SuppressionDesk desk;
    private final ConsentAnswers answers;
    private final IdGenerator ids;
    private final Clock clock;

    SuppressionResource(
            SuppressionTable table, SuppressionDesk desk, ConsentAnswers answers, IdGenerator ids, Clock clock) {
        this.table = table;
        this.desk = desk;
        this.answers = answers;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A page of the list.
     *
     * @param next for the parameter {@code after} of the next page; missing on the last one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<Suppression> items, @Nullable UUID next) {}

    @GET
    @RolesAllowed({"steward", "agent", "compliance", "operator", "admin"})
    @Audited(value = AuditAction.SEARCHED, kind = SubjectKind.SUPPRESSION)
    @Operation(summary = "The suppression list, newest first")
    public Page list(
            @QueryParam("address") @Parameter(description = "A mail address or a number in E.164") @Nullable
                    String address,
            @QueryParam("past") @Parameter(description = "With what has expired or was lifted") boolean past,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        int size = Math.max(1, Math.min(limit, MOST));
        var items = table.list(new SuppressionTable.Filter(address, !past, after, size), clock.instant());
        boolean more = items.size() == size;
        return new Page(items, more ? items.get(size - 1).id() : null);
    }

    @POST
    @RolesAllowed({"system", "steward", "agent", "compliance", "operator", "admin"})
    @Audited(
            value = AuditAction.CREATED,
            kind = SubjectKind.SUPPRESSION,
            detail = {"/channel", "/scope"},
            intake = true)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Puts an address or number on the list",
            description = "Nothing goes there any more, or no advertising, whoever has it, until it expires or is"
                    + " lifted. One that is on the list for the same cause begins anew.")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "by hand", value = """
                                            {"channel": "email", "address": "info@example.org", "scope": "marketing",
                                             "note": "Asked by telephone", "expiresAt": "2027-12-31T00:00:00Z"}
                                            """)))
    @APIResponse(responseCode = "201", description = "On the list")
    @APIResponse(responseCode = "422", description = "invalid-suppression, with a pointer for each fault")
    public Response post(@HeaderParam("Idempotency-Key") @Nullable String key, byte[] body) {
        var request = RequestBody.read(body);
        var suppression = SuppressionBody.read(
                request.json(), ids.next(), answers.client().name(), clock.instant());
        return answers.once(key, request, ADDRESS, () -> {
            desk.add(suppression);
            return ConsentAnswers.Recorded.of(Optional.of(suppression.id()));
        });
    }

    @POST
    @Path("{id}/lift")
    @RolesAllowed({"steward", "agent", "compliance", "operator", "admin"})
    @Audited(value = AuditAction.RELEASED, kind = SubjectKind.SUPPRESSION, subject = "id")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Takes an entry off the list, with a reason")
    @APIResponse(responseCode = "204", description = "Off the list")
    @APIResponse(responseCode = "404", description = "unknown-suppression")
    @APIResponse(responseCode = "409", description = "suppression-over: it has expired, or was lifted before")
    @APIResponse(responseCode = "422", description = "invalid-suppression, with a pointer for each fault")
    public void lift(@PathParam("id") UUID id, byte[] body) {
        var lift = SuppressionBody.lift(
                RequestBody.read(body).json(), answers.client().name(), clock.instant());
        desk.lift(id, lift);
    }
}
