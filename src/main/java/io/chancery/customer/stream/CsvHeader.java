package io.chancery.customer.stream;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.chancery.customer.mapping.Mapping;
import io.chancery.customer.quality.CleanText;
import io.chancery.platform.stream.CsvLayout;
import io.chancery.platform.stream.UnreadableStreamException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a header fits a mapping; if not, what may be the reason. Nothing is guessed silently. */
record CsvHeader(Mapping mapping) implements CsvLayout {

    private static final List<Character> DELIMITERS = List.of(';', ',', '\t', '|');

    @Override
    public char delimiter() {
        return mapping.delimiter().charAt(0);
    }

    @Override
    public String column(String written) {
        return CleanText.of(written);
    }

    @Override
    public void check(List<String> columns, String line) {
        var seen = Set.copyOf(columns);
        var missing =
                mapping.columns().stream().filter(name -> !seen.contains(name)).findFirst();
        if (missing.isPresent()) {
            var hint = otherDelimiter(line)
                    .map(delimiter -> "; the header looks as if it were separated by «" + delimiter
                            + "», the mapping says «" + named(delimiter()) + "»")
                    .orElse("");
            throw new UnreadableStreamException(
                    "unknown-column",
                    "The source's mapping reads column " + missing.get() + ", the header has none" + hint);
        }
    }

    private Optional<String> otherDelimiter(String line) {
        return DELIMITERS.stream()
                .filter(delimiter -> delimiter != delimiter())
                .filter(delimiter -> split(line, delimiter).containsAll(mapping.columns()))
                .findFirst()
                .map(CsvHeader::named);
    }

    private static List<String> split(String line, char delimiter) {
        try {
            return CsvReader.builder().fieldSeparator(delimiter).ofSingleCsvRecord(line).getFields().stream()
                    .map(CleanText::of)
                    .toList();
        } catch (CsvParseException e) {
            return List.of();
        }
    }

    private static String named(char delimiter) {
        return delimiter == '\t' ? "tab" : String.valueOf(delimiter);
    }
}
