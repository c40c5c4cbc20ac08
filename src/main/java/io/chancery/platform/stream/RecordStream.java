package io.chancery.platform.stream;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;

/** The records of a stream, one after the other, each good or refused. */
public interface RecordStream {

    /** The next record; empty at the end of the stream. Blank lines are no records. */
    Optional<Entry> next() throws IOException;

    /** A record, or what stands where one should be. */
    sealed interface Entry {

        /** The number of the physical line on which it begins; the first is 1. */
        long line();

        /** A record that could be read. */
        record Read(long line, RawRecord raw) implements Entry {}

        /**
         * Something that is no record.
         *
         * @param code stable and kebab-case
         * @param detail why, without what was read
         */
        record Refused(long line, String code, String detail) implements Entry {}
    }

    /**
     * Opens a stream of JSON: one object on each line, or one array of objects.
     *
     * @param encoding of the stream, unless it begins with a byte order mark
     */
    static RecordStream json(InputStream content, Charset encoding) throws IOException {
        var text = new BufferedReader(ByteOrderMark.reader(content, encoding), ArrayRecords.LOOK_AHEAD);
        return ArrayRecords.isArray(text) ? new ArrayRecords(text) : new JsonRecords(new TextLines(text));
    }

    /**
     * Opens a stream of CSV, and reads its header.
     *
     * @param encoding of the stream, unless it begins with a byte order mark
     * @throws UnreadableStreamException if nothing of it can be taken
     */
    static RecordStream csv(InputStream content, Charset encoding, CsvLayout layout) throws IOException {
        return new CsvRecords(new TextLines(ByteOrderMark.reader(content, encoding)), layout);
    }
}
