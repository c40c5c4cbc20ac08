package io.chancery.dispatch.print.manifest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.dispatch.print.manifest.ResponseFile.Rows;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads responses from a JSON array. What follows a fault of grammar is not read, and the report says so. */
final class ResponseJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ResponseJson() {}

    static void read(String text, Rows rows) {
        try (var parser = JSON.createParser(text)) {
            readArray(parser, rows);
        } catch (JsonProcessingException malformed) {
            var place = malformed.getLocation();
            rows.bad(place == null ? 1 : place.getLineNr(), "Not JSON from here on; nothing below was read");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void readArray(JsonParser parser, Rows rows) throws IOException {
        parser.nextToken();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            long line = parser.currentTokenLocation().getLineNr();
            JsonNode row = parser.readValueAsTree();
            if (row.isObject()) {
                rows.add(
                        line,
                        new ResponseRow.Fields(
                                text(row, ResponseRow.PIECE),
                                text(row, ResponseRow.STATUS),
                                text(row, ResponseRow.AT),
                                text(row, ResponseRow.REASON)));
            } else {
                rows.bad(line, "The row is not an object");
            }
        }
        if (parser.nextToken() != null) {
            rows.bad(parser.currentTokenLocation().getLineNr(), "Something follows the array");
        }
    }

    private static String text(JsonNode row, String field) {
        return row.path(field).asText("");
    }
}
