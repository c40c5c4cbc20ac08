package io.chancery.customer.source;

import io.chancery.customer.mapping.Note;
import io.chancery.customer.record.KeptRecord;
import io.chancery.customer.record.Outcome;
import io.chancery.customer.record.RecordHistory;
import io.chancery.customer.record.RecordStore;
import io.chancery.customer.record.RecordVersion;
import io.chancery.platform.DatabaseException;
import io.chancery.platform.stream.RawRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of the sources, one by one. */
@ApplicationScoped
public class Records {

    private static final String UNIQUE_VIOLATION = "23505";

    private final Sources sources;
    private final RecordStore store;
    private final RecordHistory history;
    private final RecordReaders readers;

    Records(Sources sources, RecordStore store, RecordHistory history, RecordReaders readers) {
        this.sources = sources;
        this.store = store;
        this.history = history;
        this.readers = readers;
    }

    /**
     * What became of a single record.
     *
     * @param warnings values that were dropped
     */
    public record Taken(Outcome outcome, List<Note> warnings) {}

    /**
     * Takes one record, or the news that there is none any more.
     *
     * @param json an object with the source's own columns
     * @throws SourceException if it cannot be taken
     */
    public Taken put(String source, String id, String json) {
        var reader = reader(sources.get(source));
        var raw = RawRecord.parse(json)
                .orElseThrow(() -> SourceException.invalidRecord("", "A record is one JSON object"));
        check(id, raw, reader);
        if (reader.isDeletion(raw)) {
            return new Taken(store.remove(source, id, reader.modified(raw).orElse(null)), List.of());
        }
        var record = reader.read(0, id, raw);
        try {
            var outcome = store.write(source, List.of(record)).getOrDefault(id, Outcome.UNCHANGED);
            if (outcome == Outcome.QUARANTINED) {
                throw SourceException.erasedRecord();
            }
            return new Taken(outcome, record.notes());
        } catch (DatabaseException e) {
            if (e.isAboutData()) {
                throw SourceException.invalidRecord("", "A value that the database cannot keep");
            }
            throw e;
        }
    }

    private RecordReader reader(Source source) {
        return readers.by(source.definition().mapping());
    }

    private static void check(String id, RawRecord raw, RecordReader reader) {
        var named = reader.id(raw);
        if (!named.isEmpty() && !named.equals(id)) {
            throw SourceException.invalidRecord("", "The record names another id than the URL");
        }
        checkId(id);
        if (!raw.isStorable() || raw.json().length() > RawRecord.MAX_LENGTH) {
            throw SourceException.invalidRecord("", "Too long, or with NUL or half a surrogate pair");
        }
    }

    private static void checkId(String id) {
        if (id.isBlank() || id.length() > RecordReader.MAX_ID_LENGTH) {
            throw SourceException.invalidRecord("", "An id has 1 to " + RecordReader.MAX_ID_LENGTH + " characters");
        }
    }

    /**
     * Forgets one record, and whatever it said before.
     *
     * @throws SourceException if there is none
     */
    public void remove(String source, String id) {
        sources.get(source);
        if (!store.remove(source, id)) {
            throw SourceException.unknownRecord();
        }
    }

    /**
     * Lets a record go on under another id of its source; customer, link and history stay with it.
     *
     * @throws SourceException if there is none, or if the source has another record of that id
     */
    void rename(String source, String id, String to) {
        sources.get(source);
        try {
            if (!history.rename(source, id, to)) {
                throw SourceException.unknownRecord();
            }
        } catch (DatabaseException e) {
            if (UNIQUE_VIOLATION.equals(e.sqlState())) {
                throw SourceException.recordExists();
            }
            throw e;
        }
    }

    /** @throws SourceException if there is none */
    public RecordView get(String source, String id) {
        var known = sources.get(source);
        var kept = find(source, id);
        var raw = RawRecord.parse(kept.current().raw()).orElseThrow();
        var read = reader(known).read(0, id, raw);
        return new RecordView(source, id, kept.ucid(), kept.quality(), kept.current(), read.mapped(), read.notes());
    }

    /**
     * What the source said about the record, newest first; the first is what counts now.
     *
     * @param before the lowest version that the caller has; null for all
     * @throws SourceException if there is no such record
     */
    public List<RecordVersion> versions(String source, String id, @Nullable Integer before, int limit) {
        var kept = find(source, id);
        if (before != null) {
            return history.earlier(kept.id(), before, limit);
        }
        var versions = new ArrayList<>(List.of(kept.current()));
        versions.addAll(history.earlier(kept.id(), kept.current().version(), limit - 1));
        return versions;
    }

    private KeptRecord find(String source, String id) {
        sources.get(source);
        return history.find(source, id).orElseThrow(SourceException::unknownRecord);
    }
}
