package io.chancery.message.run;

import io.chancery.message.Runs;
import io.chancery.message.Runs.FaultPage;
import io.chancery.message.Runs.FileForm;
import io.chancery.message.Runs.Uploaded;
import io.chancery.message.Visibility;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
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
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The lines of a run: how they come in, and what is wrong with them. */
@Path("/api/v1/runs/{id}")
@Tag(name = "Runs")
@Produces(MediaType.APPLICATION_JSON)
class RunItemResource {

    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";

    private final Runs runs;
    private final SecurityIdentity caller;

    RunItemResource(Runs runs, SecurityIdentity caller) {
        this.runs = runs;
        this.caller = caller;
    }

    @POST
    @Path("items")
    @Consumes({CSV, NDJSON, MediaType.APPLICATION_JSON, MediaType.APPLICATION_OCTET_STREAM})
    @RolesAllowed({"system", "operator", "admin"})
    @Audited(value = AuditAction.IMPORTED, kind = SubjectKind.RUN, subject = "id", intake = true)
    @Operation(
            summary = "Add lines from a file of any length, before the run is started",
            description =
                    "NDJSON has on each line what POST /messages takes, without the template; what a line leaves out is as"
                            + " the run's defaults say. CSV has a header with ucid, or source and record, and any of"
                            + " reference, language, sendAt, expiresAt, channels (separated by semicolons), and columns such"
                            + " as data.period.from, data.items.0.text or metadata.case; every value is a text, and an empty"
                            + " one is left out. A line has at most 65,536 characters. Lines are known by their numbers, as a"
                            + " text editor counts them: to send the file again, whole or up to where it broke off, doubles"
                            + " nothing. A line that was refused may come corrected; one that was not and comes with other"
                            + " content is an error (line-changed), and stays as it was.")
    @RequestBody(
            content = {
                @Content(mediaType = NDJSON, examples = @ExampleObject(value = """
                                {"customer": {"source": "billing", "record": "K100042"}, "reference": "R-17", "data": {"number": "R-17"}}
                                """)),
                @Content(mediaType = CSV, examples = @ExampleObject(value = """
                                source,record,reference,data.number,data.items.0.text
                                billing,K100042,R-17,R-17,Arbeitspreis Strom
                                """))
            })
    @APIResponse(
            responseCode = "200",
            description = "What became of the lines",
            content = @Content(schema = @Schema(implementation = Uploaded.class)))
    @APIResponse(responseCode = "400", description = "broken-stream: what came before is on record")
    @APIResponse(responseCode = "409", description = "run-closed")
    @APIResponse(responseCode = "422", description = "unknown-column, bad-header, missing-header, several-on-a-line")
    public Uploaded post(
            @PathParam("id") UUID id,
            @HeaderParam("Content-Type") @Nullable MediaType type,
            @QueryParam("firstLine")
                    @DefaultValue("1")
                    @Parameter(description = "Number of the first line, where one file follows another")
                    long firstLine,
            @QueryParam("delimiter") @DefaultValue(",") @Parameter(description = "Of CSV: , ; | or tab")
                    String delimiter,
            InputStream content) {
        return runs.upload(id, Visibility.of(caller), form(type, firstLine, delimiter), content);
    }

    private static FileForm form(@Nullable MediaType type, long firstLine, String delimiter) {
        boolean csv = type != null && !type.isWildcardType() && type.isCompatible(MediaType.valueOf(CSV));
        return new FileForm(firstLine, csv ? delimiter(delimiter) : null, charset(type));
    }

    private static char delimiter(String name) {
        var delimiter = name.equals("tab") ? "\t" : name;
        if (delimiter.length() != 1) {
            throw RunException.invalidQuery("delimiter", "must be , ; | or tab");
        }
        return delimiter.charAt(0);
    }

    private static Charset charset(@Nullable MediaType type) {
        var name = type == null ? "UTF-8" : type.getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, "UTF-8");
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw RunException.unknownCharset();
        }
    }

    @GET
    @Path("errors")
    @RolesAllowed({"system", "operator", "admin"})
    @Operation(
            summary = "What is wrong with which line, in their order",
            description = "The pointers lead into what POST /messages takes: /data/items/0/price is column"
                    + " data.items.0.price. Of each line at most 20 faults.")
    public FaultPage errors(
            @PathParam("id") UUID id,
            @QueryParam("after") @DefaultValue("0-0") @Parameter(description = "next of the page before") String after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        return runs.faults(id, Visibility.of(caller), after, limit);
    }
}
