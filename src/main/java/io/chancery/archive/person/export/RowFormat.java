package io.chancery.archive.person.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.chancery.platform.person.PersonRows;
import io.chancery.platform.person.PersonStatement;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;

/** Rows as files: JSON for programs, CSV for tables. */
final class RowFormat {

    private RowFormat() {}

    /** An array with an object for each row, on a line of its own; how many they are. */
    static long json(Connection connection, PersonStatement about, String query, OutputStream output)
            throws SQLException, IOException {
        output.write('[');
        var separator = new Separator();
        long count = PersonRows.read(
                connection,
                about,
                "select to_jsonb(share)::text from (" + query + ") as share",
                row -> write(output, separator.next() + row.getString(1)));
        output.write("\n]\n".getBytes(StandardCharsets.UTF_8));
        return count;
    }

    private static final class Separator {

        private boolean first = true;

        String next() {
            var text = first ? "\n" : ",\n";
            first = false;
            return text;
        }
    }

    private static void write(OutputStream output, String text) {
        try {
            output.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line for each row under one with the names of the columns; RFC 4180 in UTF-8, with the mark by which Excel knows it. */
    static void csv(Connection connection, PersonStatement about, String query, OutputStream output)
            throws SQLException, IOException {
        output.write("\uFEFF".getBytes(StandardCharsets.UTF_8));
        var writer = new OutputStreamWriter(output, StandardCharsets.UTF_8);
        var csv = CsvWriter.builder().build(writer);
        var header = new Header(csv);
        PersonRows.read(connection, about, query, row -> {
            header.write(row);
            csv.writeRecord(cells(row));
        });
        csv.flush();
        writer.flush();
    }

    private static final class Header {

        private final CsvWriter csv;
        private boolean written;

        Header(CsvWriter csv) {
            this.csv = csv;
        }

        void write(ResultSet row) throws SQLException {
            if (!written) {
                var names = new ArrayList<String>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    names.add(row.getMetaData().getColumnLabel(i));
                }
                csv.writeRecord(names);
                written = true;
            }
        }
    }

    private static ArrayList<String> cells(ResultSet row) throws SQLException {
        var cells = new ArrayList<String>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            var value = row.getString(i);
            cells.add(value == null ? "" : value);
        }
        return cells;
    }
}
