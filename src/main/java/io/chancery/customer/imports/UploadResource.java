package io.chancery.customer.imports;

import io.chancery.customer.ImportReport;
import io.chancery.customer.imports.Imports.Upload;
import io.chancery.customer.mapping.Mapping;
import io.chancery.customer.mapping.Mapping.Format;
import io.chancery.customer.source.SourceException;
import io.chancery.customer.source.Sources;
import io.chancery.platform.Idempotency;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.security.ApiClient;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the sources deliver, many records at once. */
@Path("/api/v1/sources/{source}/records")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sources")
class UploadResource {

    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";
    private static final String IMPORTS = "/api/v1/imports/";

    /** RFC 7240. */
    private static final Pattern WAIT = Pattern.compile("\\bwait\\s*=\\s*\"?(\\d{1,6})");

    private static final Duration USUAL_WAIT = Duration.ofSeconds(10);
    /** A proxy in between waits no longer. */
    private static final long LONGEST_WAIT_SECONDS = 60;

    private final Sources sources;
    private final Imports imports;
    private final Idempotency idempotency;
    private final SecurityIdentity caller;

    UploadResource(Sources sources, Imports imports, Idempotency idempotency, SecurityIdentity caller) {
        this.sources = sources;
        this.imports = imports;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Consumes({CSV, NDJSON, MediaType.APPLICATION_JSON, MediaType.APPLICATION_OCTET_STREAM})
    @RolesAllowed({"system", "steward", "admin"})
    @Audited(value = AuditAction.IMPORTED, kind = SubjectKind.SOURCE, subject = "source", intake = true)
    @Operation(
            summary = "Takes a file of any length; lines that cannot be taken are reported, all others are taken",
            description =
                    "CSV has a header and the source's delimiter and encoding; NDJSON has one object on each line,"
                            + " JSON one array of objects. To send the same again does no harm: what has not changed is only"
                            + " counted. Waits up to 10 seconds for the end, or as long as «Prefer: wait=30» says; not at all"
                            + " with «Prefer: respond-async». A file that does not arrive whole is not taken at all.")
    @RequestBody(
            content = {
                @Content(mediaType = CSV, examples = @ExampleObject(value = """
                        KUNDENNR;NAME;STRASSE;HAUSNR;PLZ;ORT;LAND;GEBDAT;TEL;EMAIL;GEAENDERT
                        K100042;Muster, Ida;Am Hang;5;12043;Berlin;Deutschland;;;ida@example.org;01.10.2026 08:00
                        """)),
                @Content(mediaType = NDJSON, examples = @ExampleObject(value = """
                        {"KUNDENNR": "K100042", "NAME": "Muster, Ida", "EMAIL": "ida@example.org"}
                        {"KUNDENNR": "K100043", "_deleted": true}
                        """))
            })
    @APIResponse(
            responseCode = "200",
            description = "Done: what became of the lines, with the first 1,000 faults",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    @APIResponse(responseCode = "202", description = "Arrived whole, and under way: Location says where to look")
    @APIResponse(responseCode = "400", description = "broken-stream: the connection was lost, nothing was taken")
    @APIResponse(responseCode = "422", description = "The header does not fit the source's mapping: nothing was taken")
    public Response post(
            @PathParam("source") String source,
            @HeaderParam("Content-Type") @Nullable MediaType named,
            @HeaderParam("Prefer") @Nullable String preference,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            InputStream content) {
        var type = named == null ? MediaType.APPLICATION_OCTET_STREAM_TYPE : named;
        var known = sources.get(source);
        var mapping = known.definition().mapping();
        var format = format(type, mapping);
        var upload = imports.receive(known, content, format, encoding(type, mapping.encodingOf(format)));
        var answer = begin(upload, key);
        var id = UUID.fromString(String.valueOf(answer.location()).substring(IMPORTS.length()));
        var response = respond(imports.await(id, wait(preference)), answer);
        if (preference != null) {
            response.header("Preference-Applied", preference);
        }
        return response.build();
    }

    private Idempotency.Answer begin(Upload upload, @Nullable String key) {
        var fresh = new Idempotency.Answer(202, IMPORTS + upload.delivery().id(), "", false);
        boolean begun = false;
        try {
            var answer = key == null ? begin(upload, fresh) : beginOnce(upload, fresh, key);
            begun = !answer.replayed();
            return answer;
        } finally {
            if (!begun) {
                imports.discard(upload);
            }
        }
    }

    private Idempotency.Answer beginOnce(Upload upload, Idempotency.Answer fresh, String key) {
        var request = new Idempotency.Request(ApiClient.of(caller).id(), key, upload.hash());
        return idempotency.once(request, () -> begin(upload, fresh));
    }

    private Idempotency.Answer begin(Upload upload, Idempotency.Answer answer) {
        imports.begin(upload);
        return answer;
    }

    private static Response.ResponseBuilder respond(ImportReport report, Idempotency.Answer answer) {
        var response = report.view().status().isFinal()
                ? Response.ok()
                : Response.accepted().location(URI.create(String.valueOf(answer.location())));
        return (answer.replayed() ? response.header("Idempotency-Replay", "true") : response).entity(report);
    }

    private static Duration wait(@Nullable String preference) {
        if (preference == null) {
            return USUAL_WAIT;
        }
        var wait = WAIT.matcher(preference);
        if (wait.find()) {
            return Duration.ofSeconds(Math.min(Long.parseLong(wait.group(1)), LONGEST_WAIT_SECONDS));
        }
        return preference.contains("respond-async") ? Duration.ZERO : USUAL_WAIT;
    }

    private static Format format(MediaType type, Mapping mapping) {
        if (type.isCompatible(MediaType.valueOf(CSV))) {
            return Format.CSV;
        }
        boolean json =
                type.isCompatible(MediaType.valueOf(NDJSON)) || type.isCompatible(MediaType.APPLICATION_JSON_TYPE);
        return json ? Format.NDJSON : mapping.format();
    }

    private static Charset encoding(MediaType type, String otherwise) {
        var named = type.getParameters().getOrDefault("charset", otherwise);
        try {
            return Charset.forName(named);
        } catch (IllegalArgumentException e) {
            throw SourceException.unknownEncoding();
        }
    }
}
