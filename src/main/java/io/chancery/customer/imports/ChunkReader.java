package io.chancery.customer.imports;

import io.chancery.customer.ImportReport.LineFault;
import io.chancery.customer.imports.Chunk.Item;
import io.chancery.customer.record.IncomingRecord;
import io.chancery.customer.source.RecordReader;
import io.chancery.platform.stream.RecordStream;
import io.chancery.platform.stream.RecordStream.Entry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Reads a file chunk by chunk: all that can be done without the database. */
final class ChunkReader {

    private static final int RECORDS = 500;
    private static final int CHARACTERS = 2_000_000;
    /** With what is refused, and what is there already. */
    private static final int ITEMS = 5_000;

    private final RecordStream stream;
    private final RecordReader reader;
    private final LongSupplier bytesDone;
    private final List<Item> items = new ArrayList<>();
    /** What the chunk says about an id; null: that it is deleted. */
    private final Map<String, @Nullable IncomingRecord> known = new HashMap<>();

    private int characters;
    private Optional<Entry> ahead;

    ChunkReader(RecordStream stream, RecordReader reader, LongSupplier bytesDone) throws IOException {
        this.stream = stream;
        this.reader = reader;
        this.bytesDone = bytesDone;
        this.ahead = stream.next();
    }

    /** Passes over records, good or refused, that are on record already. */
    void skip(long count) throws IOException {
        for (long i = 0; i < count; i++) {
            ahead = stream.next();
        }
    }

    Chunk next() throws IOException {
        items.clear();
        known.clear();
        characters = 0;
        while (ahead.isPresent() && hasRoom() && take(ahead.get())) {
            ahead = stream.next();
        }
        return new Chunk(List.copyOf(items), bytesDone.getAsLong(), ahead.isEmpty());
    }

    private boolean hasRoom() {
        return known.size() < RECORDS && characters < CHARACTERS && items.size() < ITEMS;
    }

    /** Takes the entry, unless something else about its id has to be written first. */
    private boolean take(Entry entry) {
        if (entry instanceof Entry.Read read) {
            var id = reader.id(read.raw());
            return id.isEmpty() || id.length() > RecordReader.MAX_ID_LENGTH
                    ? refuse(badId(read.line(), id))
                    : take(read, id);
        }
        var refused = (Entry.Refused) entry;
        return refuse(new LineFault(refused.line(), refused.code(), "", refused.detail()));
    }

    private boolean refuse(LineFault fault) {
        return items.add(new Item.Refused(fault));
    }

    private LineFault badId(long line, String id) {
        var code = id.isEmpty() ? "missing-id" : "id-too-long";
        return new LineFault(
                line, code, reader.idColumn(), "An id has 1 to " + RecordReader.MAX_ID_LENGTH + " characters");
    }

    private boolean take(Entry.Read read, String id) {
        if (known.containsKey(id)) {
            return repeats(read, known.get(id));
        }
        if (reader.isDeletion(read.raw())) {
            known.put(id, null);
            return items.add(new Item.Removed(id, reader.modified(read.raw()).orElse(null)));
        }
        var record = reader.read(read.line(), id, read.raw());
        known.put(id, record);
        characters += record.raw().length();
        return items.add(new Item.Taken(read.line(), record));
    }

    /** The same again costs nothing, so that a file of equal lines is soon done. */
    private boolean repeats(Entry.Read read, @Nullable IncomingRecord record) {
        return record != null
                && record.raw().equals(read.raw().json())
                && items.add(new Item.Taken(read.line(), record));
    }
}
