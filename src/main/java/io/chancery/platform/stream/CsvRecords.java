package io.chancery.platform.stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.chancery.platform.stream.TextLines.Flaw;
import io.chancery.platform.stream.TextLines.TextLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * CSV with a header. A quote that is never closed costs its own line and no other: lines are joined to one record only as
 * long as something that fits the header comes out, and are read again one by one if not.
 */
final class CsvRecords implements RecordStream {

    /** So many lines may one quoted value span. */
    private static final int MAX_LINES = 64;

    private final TextLines lines;
    private final CsvReader.CsvReaderBuilder parser;
    private final List<String> header;

    CsvRecords(TextLines lines, CsvLayout layout) throws IOException {
        this.lines = lines;
        this.parser = CsvReader.builder()
                .fieldSeparator(layout.delimiter())
                .allowUnclosedQuote(false)
                .skipEmptyLines(false);
        var line = nextFilledLine().orElseThrow(CsvRecords::missingHeader);
        if (line.flaw() != Flaw.NONE) {
            throw new UnreadableStreamException("bad-header", "Header: " + detail(line.flaw()));
        }
        this.header = parse(line.text()).orElseThrow(CsvRecords::missingHeader).getFields().stream()
                .map(layout::column)
                .toList();
        if (new HashSet<>(header).size() < header.size()) {
            // Not by name: if the header was forgotten, this is somebody's data.
            throw new UnreadableStreamException("bad-header", "Header: a column stands there twice");
        }
        layout.check(header, line.text());
    }

    /** NULs between the letters are the look of UTF-16 that is read as something else. */
    private static String detail(Flaw flaw) {
        return flaw == Flaw.CHARACTER ? flaw.detail + "; the file looks as if it were UTF-16" : flaw.detail;
    }

    @Override
    public Optional<Entry> next() throws IOException {
        var first = nextFilledLine();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        var line = first.get();
        if (line.flaw() != Flaw.NONE) {
            return Optional.of(refused(line));
        }
        var record = parse(line.text());
        if (record.isEmpty()) {
            return Optional.of(readJoined(line));
        }
        return Optional.of(fits(record.get()) ? read(line, record.get()) : wrongColumnCount(line));
    }

    private Optional<TextLine> nextFilledLine() throws IOException {
        var line = lines.next();
        while (line.isPresent()
                && line.get().flaw() == Flaw.NONE
                && line.get().text().isBlank()) {
            line = lines.next();
        }
        return line;
    }

    /** The line has an open quote: its value goes on below, or the quote is a mistake. */
    private Entry readJoined(TextLine first) throws IOException {
        var taken = new ArrayList<TextLine>();
        var joined = join(first, taken);
        if (joined.filter(this::fits).isPresent()) {
            return read(first, joined.get());
        }
        lines.giveBack(taken);
        return new Entry.Refused(first.number(), "unclosed-quote", "A quote that is not closed");
    }

    private Optional<CsvRecord> join(TextLine first, List<TextLine> taken) throws IOException {
        var text = new StringBuilder(first.text());
        while (taken.size() < MAX_LINES && text.length() <= RawRecord.MAX_LENGTH) {
            var line = lines.next();
            if (line.isEmpty()) {
                return Optional.empty();
            }
            taken.add(line.get());
            if (line.get().flaw() != Flaw.NONE) {
                return Optional.empty();
            }
            text.append('\n').append(line.get().text());
            if (line.get().text().indexOf('"') >= 0) {
                var record = parse(text.toString());
                if (record.isPresent()) {
                    return record;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<CsvRecord> parse(String text) {
        try {
            return Optional.of(parser.ofSingleCsvRecord(text));
        } catch (CsvParseException e) {
            return Optional.empty();
        }
    }

    private boolean fits(CsvRecord record) {
        return record.getFieldCount() == header.size();
    }

    private Entry read(TextLine line, CsvRecord record) {
        var columns = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < header.size(); i++) {
            columns.put(header.get(i), record.getField(i));
        }
        return new Entry.Read(line.number(), new RawRecord(columns));
    }

    private Entry wrongColumnCount(TextLine line) {
        return new Entry.Refused(
                line.number(), "wrong-column-count", "The header has " + header.size() + " columns, this line has not");
    }

    private static Entry refused(TextLine line) {
        return new Entry.Refused(line.number(), line.flaw().code, line.flaw().detail);
    }

    private static UnreadableStreamException missingHeader() {
        return new UnreadableStreamException("missing-header", "CSV needs a header line with the column names");
    }
}
