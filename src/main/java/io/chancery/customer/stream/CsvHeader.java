package io.chancery.customer.stream;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.chancery.customer.mapping.Mapping;
import io.chancery.customer.quality.CleanText;
import io.chancery.customer.stream.TextLines.Flaw;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Whether a header fits a mapping; if not, what may be the reason. Nothing is guessed silently. */
final class CsvHeader {

    private static final List<Character> DELIMITERS = List.of(';', ',', '\t', '|');

    private CsvHeader() {}

    static List<String> columns(CsvRecord header) {
        return header.getFields().stream().map(CleanText::of).toList();
    }

    /** @throws UnreadableStreamException if it does not fit */
    static void check(List<String> header, Mapping mapping, String line) {
        var seen = new HashSet<>(header);
        if (seen.size() < header.size()) {
            // Not by name: if the header was forgotten, this is a customer's data.
            throw new UnreadableStreamException("bad-header", "Header: a column stands there twice");
        }
        var missing =
                mapping.columns().stream().filter(name -> !seen.contains(name)).findFirst();
        if (missing.isPresent()) {
            var hint = otherDelimiter(mapping, line)
                    .map(delimiter ->
                            "; the header looks as if it were separated by «" + delimiter + "», the mapping says «"
                                    + named(mapping.delimiter().charAt(0)) + "»")
                    .orElse("");
            throw new UnreadableStreamException(
                    "unknown-column",
                    "The source's mapping reads column " + missing.get() + ", the header has none" + hint);
        }
    }

    private static Optional<String> otherDelimiter(Mapping mapping, String line) {
        return DELIMITERS.stream()
                .filter(delimiter -> delimiter != mapping.delimiter().charAt(0))
                .filter(delimiter -> split(line, delimiter).containsAll(mapping.columns()))
                .findFirst()
                .map(CsvHeader::named);
    }

    private static List<String> split(String line, char delimiter) {
        try {
            return columns(CsvReader.builder().fieldSeparator(delimiter).ofSingleCsvRecord(line));
        } catch (CsvParseException e) {
            return List.of();
        }
    }

    private static String named(char delimiter) {
        return delimiter == '\t' ? "tab" : String.valueOf(delimiter);
    }

    /** NULs between the letters are the look of UTF-16 that is read as something else. */
    static String detail(Flaw flaw) {
        return flaw == Flaw.CHARACTER ? flaw.detail + "; the file looks as if it were UTF-16" : flaw.detail;
    }
}
