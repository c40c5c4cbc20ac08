package io.chancery.dispatch.print.manifest;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A file in which a printer says what became of pieces: CSV with the columns {@code piece, status, at, reason} in any order,
 * separated by commas or semicolons, or a JSON array of objects with these fields. Every row is either a response or bad:
 * what cannot be understood is reported with its line, and does not keep the others from being read.
 */
public record ResponseFile(List<Response> responses, List<BadRow> badRows) {

    public ResponseFile {
        responses = List.copyOf(responses);
        badRows = List.copyOf(badRows);
    }

    /**
     * A row that says nothing.
     *
     * @param line from 1
     * @param problem without what the row contains
     */
    public record BadRow(long line, String problem) {}

    /** @param zone of times without an offset, and of mere dates */
    public static ResponseFile read(byte[] content, ZoneId zone) {
        var text = FileText.decode(content);
        var rows = new Rows(zone);
        if (text.stripLeading().startsWith("[")) {
            ResponseJson.read(text, rows);
        } else {
            ResponseCsv.read(text, rows);
        }
        return rows.file();
    }

    /** What has been read so far. */
    static final class Rows {

        private final ResponseRow row;
        private final List<Response> responses = new ArrayList<>();
        private final List<BadRow> bad = new ArrayList<>();

        private Rows(ZoneId zone) {
            row = new ResponseRow(zone);
        }

        void add(long line, ResponseRow.Fields fields) {
            try {
                responses.add(row.read(fields));
            } catch (IllegalArgumentException faulty) {
                bad(line, String.valueOf(faulty.getMessage()));
            }
        }

        void bad(long line, String problem) {
            bad.add(new BadRow(line, problem));
        }

        private ResponseFile file() {
            bad.sort(Comparator.comparingLong(BadRow::line));
            return new ResponseFile(responses, bad);
        }
    }
}
