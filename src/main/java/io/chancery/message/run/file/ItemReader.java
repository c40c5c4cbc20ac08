package io.chancery.message.run.file;

import io.chancery.message.run.store.ArrivalTable.Arrived;
import io.chancery.message.run.store.RunFault;
import io.chancery.platform.digest.Sha256;
import io.chancery.platform.stream.RawRecord;
import io.chancery.platform.stream.RecordStream;
import io.chancery.platform.stream.RecordStream.Entry;
import io.chancery.platform.stream.UnreadableStreamException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a file some lines at a time. */
final class ItemReader {

    private static final int LINES = 500;
    private static final int CHARACTERS = 2_000_000;

    private final RecordStream stream;
    private final Upload upload;
    private long last;

    /** @throws io.chancery.platform.stream.UnreadableStreamException if nothing of it can be taken */
    ItemReader(InputStream content, Charset encoding, Upload upload) throws IOException {
        this.upload = upload;
        this.stream = upload.delimiter() == null
                ? RecordStream.json(content, encoding)
                : RecordStream.csv(content, encoding, new ItemColumns(upload.delimiter()));
    }

    /** Some lines, and what is wrong with those that cannot be read. */
    record Chunk(List<Arrived> lines, List<RunFault> faults) {}

    /** The next lines; none at the end. */
    Chunk next() throws IOException {
        var lines = new ArrayList<Arrived>();
        var faults = new ArrayList<RunFault>();
        int characters = 0;
        Optional<Entry> entry = Optional.empty();
        while (lines.size() < LINES && characters < CHARACTERS && (entry = stream.next()).isPresent()) {
            var arrived = arrived(entry.get(), faults);
            lines.add(arrived);
            characters += arrived.content() == null ? 0 : arrived.content().length();
        }
        return new Chunk(lines, faults);
    }

    private Arrived arrived(Entry entry, List<RunFault> faults) {
        long line = upload.firstLine() - 1 + entry.line();
        if (line == last) {
            throw new UnreadableStreamException(
                    "several-on-a-line", "An item is known by its line, and on line " + line + " there are several");
        }
        last = line;
        if (entry instanceof Entry.Read read) {
            var content = content(read.raw());
            return new Arrived(line, Sha256.of(content), content);
        }
        var refused = (Entry.Refused) entry;
        faults.add(new RunFault(line, refused.code(), "", refused.detail()));
        return new Arrived(line, Sha256.of(refused.code()), null);
    }

    private String content(RawRecord raw) {
        return upload.delimiter() == null ? raw.json() : new RawRecord(ItemColumns.item(raw.columns())).json();
    }
}
