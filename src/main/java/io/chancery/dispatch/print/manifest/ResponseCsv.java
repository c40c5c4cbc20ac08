package io.chancery.dispatch.print.manifest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.chancery.dispatch.print.manifest.ResponseFile.Rows;
import java.util.List;
import java.util.Locale;

/** Reads responses from CSV. No field spans lines, so that a quote that stays open costs one row and not the rest. */
final class ResponseCsv {

    private final CsvReader.CsvReaderBuilder parser;
    private final List<String> columns;
    private final Rows rows;

    private ResponseCsv(char separator, String header, Rows rows) {
        this.parser = CsvReader.builder()
                .fieldSeparator(separator)
                .allowUnclosedQuote(false)
                .skipEmptyLines(false);
        this.rows = rows;
        this.columns = parse(header).getFields().stream()
                .map(column -> column.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    static void read(String text, Rows rows) {
        var lines = text.lines().toList();
        int first = 0;
        while (first < lines.size() && lines.get(first).isBlank()) {
            first++;
        }
        if (first == lines.size()) {
            rows.bad(1, "The file is empty");
            return;
        }
        var header = lines.get(first);
        ResponseCsv csv;
        try {
            csv = new ResponseCsv(header.contains(";") ? ';' : ',', header, rows);
        } catch (CsvParseException open) {
            rows.bad(first + 1L, "The header has a quote that is not closed");
            return;
        }
        csv.readLines(lines, first);
    }

    private void readLines(List<String> lines, int header) {
        for (var column : List.of(ResponseRow.PIECE, ResponseRow.STATUS, ResponseRow.AT)) {
            if (columns.stream().filter(column::equals).count() != 1) {
                rows.bad(header + 1L, "The header needs one column " + column + "; nothing below it was read");
                return;
            }
        }
        for (int i = header + 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                readLine(i + 1L, lines.get(i));
            }
        }
    }

    private void readLine(long number, String line) {
        try {
            var row = parse(line);
            if (row.getFieldCount() == columns.size()) {
                rows.add(
                        number,
                        new ResponseRow.Fields(
                                field(row, ResponseRow.PIECE),
                                field(row, ResponseRow.STATUS),
                                field(row, ResponseRow.AT),
                                field(row, ResponseRow.REASON)));
            } else {
                rows.bad(
                        number,
                        "The row has %d fields and the header %d".formatted(row.getFieldCount(), columns.size()));
            }
        } catch (CsvParseException open) {
            rows.bad(number, "A quote is not closed");
        }
    }

    private String field(CsvRecord row, String column) {
        int at = columns.indexOf(column);
        return at < 0 ? "" : row.getField(at);
    }

    private CsvRecord parse(String line) {
        return parser.ofCsvRecord(line).iterator().next();
    }
}
