package io.chancery.customer.source;

import io.chancery.customer.mapping.MappedRecord;
import io.chancery.customer.mapping.Mapping;
import io.chancery.customer.mapping.Note;
import io.chancery.customer.mapping.RecordMapper;
import io.chancery.customer.record.Appraisal;
import io.chancery.customer.record.IncomingRecord;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.stream.RawRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Optional;

/** Makes raw records of one source ready to be stored. */
public final class RecordReader {

    /** The longest id of a record. */
    public static final int MAX_ID_LENGTH = 200;

    private final String idColumn;
    private final RecordMapper mapper;
    private final RecordHash hash;
    private final IdGenerator ids;
    private final Clock clock;

    RecordReader(Mapping mapping, IdGenerator ids, Clock clock) {
        this.idColumn = mapping.id();
        this.mapper = new RecordMapper(mapping, clock);
        this.hash = new RecordHash(mapping);
        this.ids = ids;
        this.clock = clock;
    }

    /** The id that the record itself names; may be empty. */
    public String id(RawRecord raw) {
        return mapper.id(raw);
    }

    /** The column in which it stands. */
    public String idColumn() {
        return idColumn;
    }

    /** Whether this is the news that there is no such record any more. */
    public boolean isDeletion(RawRecord raw) {
        return mapper.isDeletion(raw);
    }

    /** When the source changed the record, if it says so. */
    public Optional<Instant> modified(RawRecord raw) {
        return mapper.modified(raw);
    }

    /** What the record says, with what had to be dropped. */
    public IncomingRecord read(long line, String externalId, RawRecord raw) {
        var notes = new ArrayList<Note>();
        MappedRecord mapped = mapper.map(raw, notes);
        var json = raw.json();
        var appraisal = Appraisal.of(mapped, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        return new IncomingRecord(ids.next(), line, externalId, json, hash.of(json), mapped, appraisal, notes);
    }
}
