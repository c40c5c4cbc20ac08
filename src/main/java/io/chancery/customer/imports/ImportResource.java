package io.chancery.customer.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.chancery.customer.ImportReport;
import io.chancery.customer.ImportView;
import io.chancery.customer.source.SourceException;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How files of records fare. */
@Path("/api/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sources")
class ImportResource {

    private static final int MAX_LIMIT = 200;
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final Imports imports;
    private final JsonFactory json = new JsonFactory();

    ImportResource(Imports imports) {
        this.imports = imports;
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"system", "steward", "compliance", "operator", "admin"})
    @Operation(
            summary = "One import: how it stands, what became of its records, and the first 1,000 faults",
            description =
                    "Status waiting, running, finished or failed. An import is worked on by the node that took the"
                            + " file: with the problem node-gone it goes on when that node comes back.")
    public ImportReport get(@PathParam("id") UUID id) {
        return imports.get(id);
    }

    /**
     * A part of a list, newest first.
     *
     * @param next for the parameter {@code next} of the following part; missing at the end
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<ImportView> items, @Nullable String next) {}

    @GET
    @RolesAllowed({"system", "steward", "compliance", "operator", "admin"})
    @Operation(summary = "Imports, newest first; kept for 90 days")
    public Page list(
            @QueryParam("source") @Nullable String source,
            @QueryParam("next") @Nullable UUID next,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw SourceException.invalidQuery("A limit is 1 to " + MAX_LIMIT);
        }
        var items = imports.list(source, next == null ? AFTER_ALL : next, limit);
        boolean more = items.size() == limit;
        return new Page(items, more ? items.get(limit - 1).id().toString() : null);
    }

    @POST
    @Path("{id}/cancel")
    @RolesAllowed({"system", "steward", "operator", "admin"})
    @Audited(value = AuditAction.CANCELLED, kind = SubjectKind.IMPORT, subject = "id")
    @Operation(summary = "Ends an import where it stands; what was taken stays taken")
    @APIResponse(responseCode = "409", description = "import-ended")
    public ImportReport cancel(@PathParam("id") UUID id) {
        return imports.cancel(id);
    }

    @GET
    @Path("{id}/errors")
    @Produces("application/x-ndjson")
    @RolesAllowed({"system", "steward", "compliance", "operator", "admin"})
    @Operation(
            summary = "All faults, one JSON object on each line: first the errors, then the warnings",
            description = "Up to 100,000 of each; the import's counts name them all.")
    public StreamingOutput errors(@PathParam("id") UUID id) {
        imports.get(id);
        return output -> write(id, output);
    }

    private void write(UUID id, OutputStream output) throws IOException {
        try (var generator = json.createGenerator(output, JsonEncoding.UTF8)) {
            generator.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
            write(id, FaultTable.ERROR, generator);
            write(id, FaultTable.WARNING, generator);
            generator.writeRaw('\n');
        }
    }

    private void write(UUID id, String severity, JsonGenerator generator) throws IOException {
        var faults = imports.faults(id, severity, 0);
        while (!faults.isEmpty()) {
            for (var numbered : faults) {
                var fault = numbered.fault();
                generator.writeStartObject();
                generator.writeStringField("severity", severity);
                generator.writeNumberField("line", fault.line());
                generator.writeStringField("code", fault.code());
                generator.writeStringField("column", fault.column());
                generator.writeStringField("detail", fault.detail());
                generator.writeEndObject();
            }
            faults = imports.faults(id, severity, faults.get(faults.size() - 1).no());
        }
    }
}
