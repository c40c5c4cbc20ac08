package io.chancery.customer.source;

import io.chancery.customer.mapping.Mapping;
import io.chancery.customer.mapping.Note;
import io.chancery.customer.mapping.RawRecord;
import io.chancery.customer.record.Outcome;
import io.chancery.customer.record.RecordStore;
import io.chancery.customer.rematch.Rematches;
import io.chancery.customer.stream.RecordStream;
import io.chancery.platform.IdGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.Clock;
import java.util.List;

/** Takes the records of the sources: one by one, or as a stream of any length. */
@ApplicationScoped
public class Records {

    private final Sources sources;
    private final RecordStore store;
    private final IdGenerator ids;
    private final Clock clock;
    private final Rematches rematches;

    Records(Sources sources, RecordStore store, IdGenerator ids, Clock clock, Rematches rematches) {
        this.rematches = rematches;
        this.sources = sources;
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What became of a single record.
     *
     * @param warnings values that were dropped
     */
    public record Taken(Outcome outcome, List<Note> warnings) {}

    /**
     * Takes one record.
     *
     * @param json an object with the source's own columns
     * @throws SourceException if it cannot be taken
     */
    public Taken put(String source, String id, String json) {
        var reader = new RecordReader(sources.get(source).definition(), ids, clock);
        var raw = RawRecord.parse(json)
                .orElseThrow(() -> SourceException.invalidRecord("", "A record is one JSON object"));
        check(id, raw, reader);
        var record = reader.read(0, id, raw);
        var outcome = store.write(source, List.of(record)).getOrDefault(id, Outcome.UNCHANGED);
        return new Taken(outcome, record.notes());
    }

    private static void check(String id, RawRecord raw, RecordReader reader) {
        var named = reader.id(raw);
        if (!named.isEmpty() && !named.equals(id)) {
            throw SourceException.invalidRecord("", "The record names another id than the URL");
        }
        if (id.isBlank() || id.length() > RecordReader.MAX_ID_LENGTH) {
            throw SourceException.invalidRecord("", "An id has 1 to " + RecordReader.MAX_ID_LENGTH + " characters");
        }
        if (!raw.isStorable() || raw.json().length() > RawRecord.MAX_LENGTH) {
            throw SourceException.invalidRecord("", "Too long, or with NUL or half a surrogate pair");
        }
    }

    /**
     * Forgets one record.
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
     * Takes what can be taken of a stream, batch by batch, as it arrives.
     *
     * @param format as the request says, else the mapping's
     * @throws io.chancery.customer.stream.UnreadableStreamException if the header does not fit the mapping
     * @throws SourceException if the stream breaks off; what came before is taken
     */
    public ImportReport take(Source source, InputStream content, Mapping.Format format, Charset encoding) {
        var reader = new RecordReader(source.definition(), ids, clock);
        var intake = new Intake(source.key(), reader, store);
        try {
            var stream = RecordStream.open(content, source.definition().mapping(), format, encoding);
            for (var entry = stream.next(); entry.isPresent(); entry = stream.next()) {
                intake.take(entry.get());
            }
        } catch (IOException e) {
            throw SourceException.brokenStream();
        }
        var report = intake.finish();
        rematches.keepUp();
        return report;
    }
}
