package io.chancery.archive.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.archive.Evidence;
import io.chancery.archive.Evidence.ExportView;
import io.chancery.platform.Idempotency;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.request.BodyFields;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Evidence to give away: exports of the archive. */
@Path("/api/v1/archive/exports")
@Tag(name = "Archive")
@Produces(MediaType.APPLICATION_JSON)
class ExportResource {

    private static final String PATH = "/api/v1/archive/exports/";
    private static final int LIMIT = 200;

    private final Evidence evidence;
    private final Exports exports;
    private final Idempotency idempotency;
    private final ObjectMapper json;
    private final SecurityIdentity caller;

    ExportResource(
            Evidence evidence, Exports exports, Idempotency idempotency, ObjectMapper json, SecurityIdentity caller) {
        this.evidence = evidence;
        this.exports = exports;
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
    @Schema(name = "ExportPage")
    record Page(List<ExportView> items, @Nullable String next) {}

    @POST
    @RolesAllowed("compliance")
    @Audited(
            value = AuditAction.CREATED,
            kind = SubjectKind.EXPORT,
            detail = {"/message", "/from", "/to"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Ask for an export: evidence for one message, or all that was accepted within a period",
            description =
                    "{\"message\": id} or {\"from\": \"2026-01-01\", \"to\": \"2026-12-31\"}, with a query as in the search of"
                            + " the archive if wanted. It is made in the background: ask for it until its status is ready,"
                            + " then download its content. With an Idempotency-Key a repeated request gives the first answer"
                            + " again.")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ExportRequest.class)))
    @APIResponse(
            responseCode = "202",
            description = "It will be made",
            content = @Content(schema = @Schema(implementation = ExportView.class)))
    @APIResponse(responseCode = "400", description = "invalid-query")
    @APIResponse(responseCode = "404", description = "unknown-message")
    @APIResponse(responseCode = "422", description = "invalid-export, idempotency-key-reused")
    public Response post(@HeaderParam("Idempotency-Key") @Nullable String key, byte[] body) {
        var request = RequestBody.read(body);
        var answer = key == null
                ? create(request)
                : idempotency.once(
                        new Idempotency.Request(ApiClient.of(caller).id(), key, request.hashAt("/archive/exports")),
                        () -> create(request));
        var response = Response.status(answer.status())
                .location(URI.create(String.valueOf(answer.location())))
                .entity(answer.body());
        return answer.replayed() ? response.header("Idempotency-Replay", "true").build() : response.build();
    }

    private Idempotency.Answer create(RequestBody request) {
        var export = evidence.order(new BodyFields(request.json()), caller);
        try {
            return new Idempotency.Answer(202, PATH + export.id(), json.writeValueAsString(export), false);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GET
    @RolesAllowed("compliance")
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.EXPORT)
    @Operation(summary = "List exports, newest first")
    public Page list(
            @QueryParam("after") @Parameter(description = "next of the page before") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        if (limit < 1 || limit > LIMIT) {
            throw ExportException.query("limit", "must be 1 to " + LIMIT);
        }
        var found = evidence.exports(caller, after, limit + 1);
        boolean more = found.size() > limit;
        var part = more ? found.subList(0, limit) : found;
        return new Page(part, more ? part.get(limit - 1).id().toString() : null);
    }

    @GET
    @Path("{id}")
    @RolesAllowed("compliance")
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.EXPORT, subject = "id")
    @Operation(summary = "How far an export is", description = "Once it is ready, with the size of its content.")
    @APIResponse(responseCode = "404", description = "unknown-export")
    public ExportView get(@PathParam("id") UUID id) {
        return evidence.export(id, caller);
    }

    @GET
    @Path("{id}/content")
    @RolesAllowed("compliance")
    @Audited(value = AuditAction.EXPORTED, kind = SubjectKind.EXPORT, subject = "id")
    @Produces(MediaType.WILDCARD)
    @Operation(
            summary = "Download an export",
            description =
                    "A ZIP with all that it takes to verify it without us: see README.txt in it. Its bytes are always the"
                            + " same, so that a download that broke off can go on (Range, RFC 9110 §14).")
    @APIResponse(responseCode = "200", description = "The ZIP")
    @APIResponse(responseCode = "206", description = "A part of it")
    @APIResponse(responseCode = "409", description = "export-not-ready")
    @APIResponse(responseCode = "410", description = "export-outdated")
    @APIResponse(responseCode = "416", description = "range-not-satisfiable")
    public Response content(
            @PathParam("id") UUID id,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange) {
        var export = exports.getReady(id, ApiClient.isTest(caller));
        var tag = "\"" + id + "\"";
        var asked = ifRange == null || ifRange.equals(tag) ? ByteRange.read(range, export.size()) : null;
        var part = asked == null ? new ByteRange(0, export.size()) : asked;
        StreamingOutput body = out -> exports.write(export, part, out);
        var response = Response.status(asked == null ? 200 : 206)
                .entity(body)
                .type("application/zip")
                .header(HttpHeaders.CONTENT_LENGTH, part.to() - part.from())
                .header(HttpHeaders.ETAG, tag)
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"export-" + id + ".zip\"");
        return asked == null
                ? response.build()
                : response.header("Content-Range", asked.header(export.size())).build();
    }
}
