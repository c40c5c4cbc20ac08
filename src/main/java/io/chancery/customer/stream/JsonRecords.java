package io.chancery.customer.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chancery.customer.mapping.RawRecord;
import io.chancery.customer.stream.TextLines.Flaw;
import io.chancery.customer.stream.TextLines.TextLine;
import java.io.IOException;
import java.util.Optional;

/** NDJSON: one JSON object on each line. */
final class JsonRecords implements RecordStream {

    private static final ObjectReader READER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private final TextLines lines;

    JsonRecords(TextLines lines) {
        this.lines = lines;
    }

    @Override
    public Optional<Entry> next() throws IOException {
        var line = lines.next();
        while (line.isPresent() && isBlank(line.get())) {
            line = lines.next();
        }
        return line.map(JsonRecords::read);
    }

    private static boolean isBlank(TextLine line) {
        return line.flaw() == Flaw.NONE && line.text().isBlank();
    }

    private static Entry read(TextLine line) {
        if (line.flaw() != Flaw.NONE) {
            return new Entry.Refused(line.number(), line.flaw().code, line.flaw().detail);
        }
        try {
            JsonNode node = READER.readTree(line.text());
            if (node instanceof ObjectNode object) {
                return checked(line.number(), new RawRecord(object));
            }
            return new Entry.Refused(line.number(), "not-an-object", "A record is a JSON object");
        } catch (JsonProcessingException e) {
            return new Entry.Refused(line.number(), "bad-json", "Not valid JSON");
        }
    }

    private static Entry checked(long line, RawRecord raw) {
        return raw.isStorable()
                ? new Entry.Read(line, raw)
                : new Entry.Refused(line, "bad-character", "A NUL character or half a surrogate pair");
    }
}
