package io.chancery.platform.download;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list as a file of any length, written part by part: a line of JSON for each row, or CSV (RFC 4180) for spreadsheets.
 *
 * @param columns of the CSV
 * @param cells of a row, one for each column
 */
public record ListDownload<T>(ObjectMapper json, List<String> columns, Function<T, List<String>> cells) {

    public static final String NDJSON = "application/x-ndjson";
    public static final String CSV = "text/csv";

    /** Reads the list. */
    public interface Parts<T> {

        /** The rows after one, or the first ones; none after the last. */
        List<T> after(@Nullable T last);
    }

    /** Takes one row after the other. */
    private interface Sink<T> {
        void take(T row) throws IOException;
    }

    /**
     * The answer.
     *
     * @param type one of the two
     * @param name of the file, without what tells its type
     */
    public Response respond(MediaType type, String name, Parts<T> parts) {
        boolean csv = type.toString().equals(CSV);
        StreamingOutput body = output -> {
            if (csv) {
                writeCsv(parts, output);
            } else {
                writeJson(parts, output);
            }
        };
        return Response.ok(body, csv ? type.withCharset("UTF-8") : type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + name + (csv ? ".csv" : ".ndjson") + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static <T> void each(Parts<T> parts, Sink<T> sink) throws IOException {
        for (var part = parts.after(null); !part.isEmpty(); part = parts.after(part.get(part.size() - 1))) {
            for (var row : part) {
                sink.take(row);
            }
        }
    }

    private void writeJson(Parts<T> parts, OutputStream output) throws IOException {
        each(parts, row -> {
            output.write(json.writeValueAsBytes(row));
            output.write('\n');
        });
    }

    private void writeCsv(Parts<T> parts, OutputStream output) throws IOException {
        try (var csv = CsvWriter.builder().build(new OutputStreamWriter(output, StandardCharsets.UTF_8))) {
            csv.writeRecord(columns);
            each(
                    parts,
                    row -> csv.writeRecord(
                            cells.apply(row).stream().map(InertText::of).toList()));
        }
    }
}
