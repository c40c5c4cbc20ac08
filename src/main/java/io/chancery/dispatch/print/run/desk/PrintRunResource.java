package io.chancery.dispatch.print.run.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chancery.dispatch.PrintRuns;
import io.chancery.dispatch.PrintRuns.ResponseFault;
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
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Print runs: looked at, made, and printed once more. */
@Path("/api/v1/print-runs")
@Tag(name = "Print runs")
@Produces(MediaType.APPLICATION_JSON)
class PrintRunResource {

    private static final int LIMIT = 200;
    private static final RequestBody NOTHING = RequestBody.read("{}".getBytes(StandardCharsets.UTF_8));

    private final PrintRuns runs;
    private final Repetition repetition;

    PrintRunResource(PrintRuns runs, Repetition repetition) {
        this.runs = runs;
        this.repetition = repetition;
    }

    /**
     * A page of a list.
     *
     * @param next for the parameter {@code after} of the next page; missing on the last one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PrintRunPage")
    record Page(List<PrintRuns.View> items, @Nullable String next) {}

    /** The batches that have been added to a print run. */
    @Schema(name = "PrintReprint")
    record Reprint(List<String> batches) {}

    /** What could not be read, newest first. */
    @Schema(name = "PrintResponseFaults")
    record Faults(List<ResponseFault> items) {}

    @GET
    @RolesAllowed({"operator", "admin"})
    @Operation(summary = "List print runs, newest first")
    public Page list(
            @QueryParam("after") @Parameter(description = "next of the page before") @DefaultValue("1000000000")
                    long after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        check(limit);
        var found = runs.list(after, limit + 1);
        boolean more = found.size() > limit;
        var part = more ? found.subList(0, limit) : found;
        return new Page(
                List.copyOf(part), more ? String.valueOf(part.get(limit - 1).number()) : null);
    }

    private static void check(int limit) {
        if (limit < 1 || limit > LIMIT) {
            throw PrintRunException.invalidQuery("limit", "must be 1 to " + LIMIT);
        }
    }

    @GET
    @Path("{number}")
    @RolesAllowed({"operator", "admin"})
    @Operation(
            summary = "One print run: its batches, and what has become of its pieces",
            description =
                    "Every piece is accounted for. One that the printer says nothing of for two working days is overdue.")
    public PrintRuns.View get(@PathParam("number") int number) {
        return runs.get(number);
    }

    @GET
    @Path("response-faults")
    @RolesAllowed({"operator", "admin"})
    @Operation(summary = "What could not be understood of the printer's files, newest first")
    public Faults listFaults(@QueryParam("limit") @DefaultValue("50") int limit) {
        check(limit);
        return new Faults(runs.faults(limit));
    }

    @POST
    @RolesAllowed({"operator", "admin"})
    @Audited(value = AuditAction.CREATED, kind = SubjectKind.PRINT_RUN)
    @Operation(
            summary = "Close the pool now, and make a print run of what is in it",
            description = "Letters that come later go with the next one.")
    @APIResponse(
            responseCode = "201",
            description = "The print run, of which nothing has been sent yet",
            content = @Content(schema = @Schema(implementation = PrintRuns.View.class)))
    @APIResponse(responseCode = "409", description = "pool-empty, no-print-runs, idempotency-key-in-use")
    public Response post(@HeaderParam("Idempotency-Key") @Nullable String key) {
        return repetition.once(key, NOTHING, "/print-runs", () -> {
            var made = runs.make();
            return new Repetition.Created("/api/v1/print-runs/" + made.number(), made);
        });
    }

    @POST
    @Path("{number}/reprint")
    @RolesAllowed({"operator", "admin"})
    @Audited(
            value = AuditAction.STARTED,
            kind = SubjectKind.PRINT_RUN,
            subject = "number",
            detail = {"/pieces", "/from", "/to"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Print pieces once more",
            description = "In batches of their own, whose manifests say that they are a reprint. Pieces are open again"
                    + " until the printer speaks of them; the status of their deliveries changes only then.")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = {
                                @ExampleObject(name = "pieces", value = "{\"pieces\": [\"17-000342-K\"]}"),
                                @ExampleObject(
                                        name = "range",
                                        value = "{\"from\": \"17-000001-5\", \"to\": \"17-000040-C\"}")
                            }))
    @APIResponse(
            responseCode = "201",
            description = "The names of the batches",
            content = @Content(schema = @Schema(implementation = Reprint.class)))
    @APIResponse(responseCode = "404", description = "unknown-print-run")
    @APIResponse(responseCode = "409", description = "print-run-data-deleted, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "invalid-reprint, idempotency-key-reused")
    public Response reprint(
            @PathParam("number") int number, @HeaderParam("Idempotency-Key") @Nullable String key, byte[] body) {
        var request = RequestBody.read(body);
        var address = "/print-runs/" + number + "/reprint";
        return repetition.once(key, request, address, () -> {
            var names = runs.reprint(number, request.json());
            return new Repetition.Created("/api/v1/print-runs/" + number, new Reprint(names));
        });
    }
}
