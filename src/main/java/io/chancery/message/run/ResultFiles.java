package io.chancery.message.run;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.chancery.message.run.store.FaultTable;
import io.chancery.message.run.store.ResultTable;
import io.chancery.message.run.store.ResultTable.Result;
import jakarta.enterprise.context.ApplicationScoped;
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

/** Writes files of any length about the lines of a run, some lines at a time. */
@ApplicationScoped
class ResultFiles {

    private static final int LINES = 1_000;

    private final ResultTable results;
    private final FaultTable faults;
    private final JsonFactory json = new JsonFactory();

    ResultFiles(ResultTable results, FaultTable faults) {
        this.results = results;
        this.faults = faults;
    }

    /** Takes one line after the other. */
    private interface Sink {
        void take(Result result) throws IOException;
    }

    void writeFaults(UUID id, OutputStream output) throws IOException {
        try (var csv = CsvWriter.builder().build(new OutputStreamWriter(output, StandardCharsets.UTF_8))) {
            csv.writeRecord("line", "code", "pointer", "detail");
            for (var part = faults.list(id, 0, 0, LINES); !part.isEmpty(); ) {
                part.forEach(one -> csv.writeRecord(
                        Long.toString(one.fault().line()),
                        one.fault().code(),
                        one.fault().pointer(),
                        one.fault().detail()));
                var last = part.get(part.size() - 1);
                part = faults.list(id, last.fault().line(), last.no(), LINES);
            }
        }
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

    void writeCsv(UUID id, OutputStream output) throws IOException {
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

    void writeJson(UUID id, OutputStream output) throws IOException {
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
