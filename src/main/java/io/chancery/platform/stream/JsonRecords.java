package io.chancery.platform.stream;

import io.chancery.platform.stream.TextLines.Flaw;
import io.chancery.platform.stream.TextLines.TextLine;
import java.io.IOException;
import java.util.Optional;

/** NDJSON: one JSON object on each line. */
final class JsonRecords implements RecordStream {

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
        return line.flaw() == Flaw.NONE
                ? read(line.number(), line.text())
                : new Entry.Refused(line.number(), line.flaw().code, line.flaw().detail);
    }

    /** A record, if the text is one JSON object. */
    static Entry read(long line, String text) {
        return RawRecord.parse(text)
                .map(raw -> checked(line, raw))
                .orElseGet(() -> new Entry.Refused(line, "bad-json", "A record is one JSON object"));
    }

    private static Entry checked(long line, RawRecord raw) {
        return raw.isStorable()
                ? new Entry.Read(line, raw)
                : new Entry.Refused(line, "bad-character", "A NUL character or half a surrogate pair");
    }
}
