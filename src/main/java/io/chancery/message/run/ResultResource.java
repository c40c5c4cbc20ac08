package io.chancery.message.run;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.chancery.message.Visibility;
import io.chancery.message.run.store.ResultTable;
import io.chancery.message.run.store.ResultTable.Result;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What has become of the lines of a run, as a file of any length. */
@Path("/api/v1/runs/{id}/results")
@Tag(name = "Runs")
class ResultResource {

    private static final int LINES = 1_000;

    private final Runs runs;
    private final ResultTable results;
    private final SecurityIdentity caller;
    private final JsonFactory json = new JsonFactory();

    ResultResource(Runs runs, ResultTable results, SecurityIdentity caller) {
        this.runs = runs;
        this.results = results;
        this.caller = caller;
    }

    /** Takes one line after the other. */
    private interface Sink {
        void take(Result result) throws IOException;
    }

    @GET
    @RolesAllowed({"system", "operator", "admin"})
    @Audited(value = AuditAction.EXPORTED, kind = SubjectKind.RUN, subject = "id", intake = true)
    @Operation(
            summary = "Download what has become of every line so far",
            description =
                    "Line, stage, message, reference, earlier (messages of the attempts before, which failed), and of a"
                            + " line with faults code, pointer and detail of the first.")
    public Response download(
            @PathParam("id") UUID id,
            @QueryParam("format") @DefaultValue("ndjson") @Parameter(description = "ndjson or csv") String format) {
        runs.get(id, Visibility.of(caller));
        boolean csv = format.equals("csv");
        if (!csv && !format.equals("ndjson")) {
            throw RunException.invalidQuery("format", "must be ndjson or csv");
        }
        StreamingOutput body = output -> {
            if (csv) {
                writeCsv(id, output);
            } else {
                writeJson(id, output);
            }
        };
        return Response.ok(body, csv ? "text/csv; charset=UTF-8" : "application/x-ndjson")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"run-" + id + "." + format + "\"")
                .build();
    }

    private void each(UUID id, Sink sink) throws IOException {
        for (var part = results.list(id, 0, LINES);
                !part.isEmpty();
                part = results.list(id, part.get(part.size() - 1).line(), LINES)) {
            for (var result : part) {
                sink.take(result);
            }
        }
    }

    private void writeCsv(UUID id, OutputStream output) throws IOException {
        try (var csv = CsvWriter.builder().build(new OutputStreamWriter(output, StandardCharsets.UTF_8))) {
            csv.writeRecord("line", "stage", "message", "reference", "earlier", "code", "pointer", "detail");
            each(id, result -> csv.writeRecord(fields(result).values()));
        }
    }

    /** The same fields, empty where there is nothing. */
    private static Map<String, String> fields(Result result) {
        var fields = new LinkedHashMap<String, String>();
        var fault = result.fault();
        fields.put("line", Long.toString(result.line()));
        fields.put("stage", result.stage().code());
        fields.put("message", Objects.toString(result.messageId(), ""));
        fields.put("reference", Objects.toString(result.reference(), ""));
        fields.put("earlier", result.earlier().stream().map(UUID::toString).collect(Collectors.joining(" ")));
        fields.put("code", fault == null ? "" : fault.code());
        fields.put("pointer", fault == null ? "" : fault.pointer());
        fields.put("detail", fault == null ? "" : fault.detail());
        return fields;
    }

    private void writeJson(UUID id, OutputStream output) throws IOException {
        try (var generator = json.createGenerator(output, JsonEncoding.UTF8)) {
            generator.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
            each(id, result -> write(result, generator));
            generator.writeRaw('\n');
        }
    }

    private static void write(Result result, JsonGenerator generator) throws IOException {
        generator.writeStartObject();
        generator.writeNumberField("line", result.line());
        for (var field : fields(result).entrySet()) {
            if (!List.of("line", "earlier").contains(field.getKey())
                    && !field.getValue().isEmpty()) {
                generator.writeStringField(field.getKey(), field.getValue());
            }
        }
        if (!result.earlier().isEmpty()) {
            generator.writeArrayFieldStart("earlier");
            for (var earlier : result.earlier()) {
                generator.writeString(earlier.toString());
            }
            generator.writeEndArray();
        }
        generator.writeEndObject();
    }
}
