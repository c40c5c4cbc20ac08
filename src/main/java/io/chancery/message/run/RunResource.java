package io.chancery.message.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.message.RunStatus;
import io.chancery.message.RunView;
import io.chancery.message.Runs;
import io.chancery.message.Visibility;
import io.chancery.platform.Idempotency;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.request.RequestBody;
import io.chancery.platform.security.ApiClient;
import io.quarkus.security.identity.SecurityIdentity;
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
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Many messages at once: asked for, and looked after. */
@Path("/api/v1/runs")
@Tag(name = "Runs")
@Produces(MediaType.APPLICATION_JSON)
class RunResource {

    private static final int LIMIT = 200;

    private final Runs runs;
    private final Idempotency idempotency;
    private final ObjectMapper json;
    private final SecurityIdentity caller;

    RunResource(Runs runs, Idempotency idempotency, ObjectMapper json, SecurityIdentity caller) {
        this.runs = runs;
        this.idempotency = idempotency;
        this.json = json;
        this.caller = caller;
    }

    /**
     * A page of a list.
     *
     * @param next for the parameter {@code after} of the next page; missing on the last one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RunPage")
    record Page(List<RunView> items, @Nullable String next) {}

    @POST
    @RolesAllowed({"system", "operator", "admin"})
    @Audited(value = AuditAction.CREATED, kind = SubjectKind.RUN, detail = "/template")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Begin a run: many messages of one template",
            description =
                    "Then send its lines (POST …/items), check them (…/check), look at what is wrong (…/errors), and"
                            + " start it (…/start). With an Idempotency-Key a repeated request gives the first answer again.")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RunRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "invoices",
                                            value =
                                                    "{\"template\": \"invoice\", \"reference\": \"2026-11\", \"defaults\": {\"language\": \"de\"}}")))
    @APIResponse(
            responseCode = "201",
            description = "A draft",
            content = @Content(schema = @Schema(implementation = RunView.class)))
    @APIResponse(responseCode = "409", description = "idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "invalid-run, unknown-template, idempotency-key-reused")
    public Response post(@HeaderParam("Idempotency-Key") @Nullable String key, byte[] body) {
        var request = RequestBody.read(body);
        var client = ApiClient.of(caller);
        var answer = key == null
                ? create(client, request)
                : idempotency.once(
                        new Idempotency.Request(client.id(), key, request.hashAt("/runs")),
                        () -> create(client, request));
        var response = Response.status(answer.status())
                .location(URI.create(String.valueOf(answer.location())))
                .entity(answer.body());
        return answer.replayed() ? response.header("Idempotency-Replay", "true").build() : response.build();
    }

    private Idempotency.Answer create(ApiClient client, RequestBody request) {
        var created = runs.create(client.id(), request.json());
        try {
            return new Idempotency.Answer(201, "/api/v1/runs/" + created.id(), json.writeValueAsString(created), false);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GET
    @RolesAllowed({"system", "operator", "admin"})
    @Operation(summary = "List runs, newest first", description = "A business system sees its own.")
    public Page list(
            @QueryParam("status") @Nullable String status,
            @QueryParam("after") @Parameter(description = "next of the page before") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        if (limit < 1 || limit > LIMIT) {
            throw RunException.invalidQuery("limit", "must be 1 to " + LIMIT);
        }
        var found = runs.list(Visibility.of(caller), status(status), after, limit + 1);
        boolean more = found.size() > limit;
        var part = more ? found.subList(0, limit) : found;
        return new Page(List.copyOf(part), more ? part.get(limit - 1).id().toString() : null);
    }

    private static @Nullable RunStatus status(@Nullable String code) {
        try {
            return code == null ? null : RunStatus.of(code.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw RunException.invalidQuery("status", "is not a status of a run");
        }
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"system", "operator", "admin"})
    @Operation(
            summary = "One run: how many lines are how far, how fast it goes, and how long it will take",
            description = "Every line is in exactly one stage. A message that was thought to have ended may be taken up"
                    + " again, as when a mail bounces days later: then the numbers of a completed run change, too.")
    public RunView get(@PathParam("id") UUID id) {
        return runs.get(id, Visibility.of(caller));
    }
}
