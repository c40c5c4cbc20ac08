package io.chancery.customer.source;

import io.chancery.customer.mapping.MappedRecord;
import io.chancery.customer.mapping.Note;
import io.chancery.customer.mapping.RawRecord;
import io.chancery.customer.mapping.RecordMapper;
import io.chancery.customer.record.IncomingRecord;
import io.chancery.platform.IdGenerator;
import java.time.Clock;
import java.util.ArrayList;

/** Makes raw records of one source ready to be stored. */
final class RecordReader {

    static final int MAX_ID_LENGTH = 200;

    private final String idColumn;
    private final RecordMapper mapper;
    private final RecordHash hash;
    private final IdGenerator ids;

    RecordReader(SourceDefinition definition, IdGenerator ids, Clock clock) {
        this.idColumn = definition.mapping().id();
        this.mapper = new RecordMapper(definition.mapping(), clock);
        this.hash = new RecordHash(definition);
        this.ids = ids;
    }

    /** The id that the record itself names; may be empty. */
    String id(RawRecord raw) {
        return mapper.id(raw);
    }

    String idColumn() {
        return idColumn;
    }

    IncomingRecord read(long line, String externalId, RawRecord raw) {
        var notes = new ArrayList<Note>();
        MappedRecord mapped = mapper.map(raw, notes);
        var json = raw.json();
        return new IncomingRecord(ids.next(), line, externalId, json, hash.of(json), mapped, notes);
    }
}
