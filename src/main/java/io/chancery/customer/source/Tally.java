package io.chancery.customer.source;

import io.chancery.customer.mapping.Note;
import io.chancery.customer.record.IncomingRecord;
import io.chancery.customer.record.Outcome;
import io.chancery.customer.source.ImportReport.LineFault;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts while a stream is read; the report at its end. */
final class Tally {

    /** More than anybody reads, and little enough to keep in memory. */
    private static final int LISTED = 1_000;

    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private final List<LineFault> errors = new ArrayList<>();
    private final List<LineFault> warnings = new ArrayList<>();
    private long failed;
    private long dropped;

    void took(IncomingRecord record, Outcome outcome) {
        outcomes.merge(outcome, 1L, Long::sum);
        record.notes().forEach(note -> drop(record.line(), note));
    }

    void refused(long line, String code, String column, String detail) {
        failed++;
        list(errors, new LineFault(line, code, column, detail));
    }

    private void drop(long line, Note note) {
        dropped++;
        list(warnings, new LineFault(line, note.code(), note.column(), note.detail()));
    }

    private static void list(List<LineFault> faults, LineFault fault) {
        if (faults.size() < LISTED) {
            faults.add(fault);
        }
    }

    ImportReport report() {
        long created = count(Outcome.CREATED);
        long updated = count(Outcome.UPDATED);
        long unchanged = count(Outcome.UNCHANGED);
        long read = created + updated + unchanged + failed;
        return new ImportReport(
                read, created, updated, unchanged, failed, dropped, List.copyOf(errors), List.copyOf(warnings));
    }

    private long count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }
}
