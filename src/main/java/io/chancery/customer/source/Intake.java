package io.chancery.customer.source;

import io.chancery.customer.mapping.RawRecord;
import io.chancery.customer.record.IncomingRecord;
import io.chancery.customer.record.Outcome;
import io.chancery.customer.record.RecordStore;
import io.chancery.customer.stream.RecordStream.Entry;
import io.chancery.platform.DatabaseException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One stream on its way in: gathers batches, has them written, and keeps the tally. */
final class Intake {

    private static final int BATCH_RECORDS = 500;
    private static final int BATCH_CHARACTERS = 2_000_000;

    private final String source;
    private final RecordReader reader;
    private final RecordStore store;
    private final Tally tally = new Tally();
    private final Map<String, IncomingRecord> batch = new LinkedHashMap<>();
    private int characters;

    Intake(String source, RecordReader reader, RecordStore store) {
        this.source = source;
        this.reader = reader;
        this.store = store;
    }

    void take(Entry entry) {
        if (entry instanceof Entry.Refused refused) {
            tally.refused(refused.line(), refused.code(), "", refused.detail());
        } else if (entry instanceof Entry.Read read) {
            take(read.line(), read.raw());
        }
    }

    private void take(long line, RawRecord raw) {
        var id = reader.id(raw);
        if (id.isEmpty() || id.length() > RecordReader.MAX_ID_LENGTH) {
            var code = id.isEmpty() ? "missing-id" : "id-too-long";
            tally.refused(
                    line, code, reader.idColumn(), "An id has 1 to " + RecordReader.MAX_ID_LENGTH + " characters");
            return;
        }
        // A record that comes twice is written twice, in its order.
        if (batch.containsKey(id)) {
            flush();
        }
        var record = reader.read(line, id, raw);
        batch.put(id, record);
        characters += record.raw().length();
        if (batch.size() >= BATCH_RECORDS || characters >= BATCH_CHARACTERS) {
            flush();
        }
    }

    ImportReport finish() {
        flush();
        return tally.report();
    }

    private void flush() {
        if (!batch.isEmpty()) {
            write(List.copyOf(batch.values()));
            batch.clear();
            characters = 0;
        }
    }

    /** One record that the database cannot keep must not cost the others of its batch. */
    private void write(List<IncomingRecord> records) {
        try {
            var outcomes = store.write(source, records);
            records.forEach(
                    record -> tally.took(record, outcomes.getOrDefault(record.externalId(), Outcome.UNCHANGED)));
        } catch (DatabaseException e) {
            if (!isAboutData(e)) {
                throw e;
            }
            if (records.size() == 1) {
                tally.refused(records.get(0).line(), "refused", "", "A value that the database cannot keep");
            } else {
                int half = records.size() / 2;
                write(records.subList(0, half));
                write(records.subList(half, records.size()));
            }
        }
    }

    /** SQL state classes 22, data exception, and 23, integrity constraint violation. */
    private static boolean isAboutData(DatabaseException exception) {
        return exception.getCause() instanceof SQLException cause
                && cause.getSQLState() != null
                && (cause.getSQLState().startsWith("22") || cause.getSQLState().startsWith("23"));
    }
}
