package io.chancery.customer.stream;

import io.chancery.customer.mapping.Mapping;
import io.chancery.customer.mapping.RawRecord;
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
     * Opens a stream; of CSV it reads the header. JSON is one object on each line, or one array of objects.
     *
     * @param encoding of the stream, unless it begins with a byte order mark
     * @throws UnreadableStreamException if nothing of it can be taken
     */
    static RecordStream open(InputStream content, Mapping mapping, Mapping.Format format, Charset encoding)
            throws IOException {
        var reader = ByteOrderMark.reader(content, encoding);
        if (format == Mapping.Format.CSV) {
            return new CsvRecords(new TextLines(reader), mapping);
        }
        var text = new BufferedReader(reader, ArrayRecords.LOOK_AHEAD);
        return ArrayRecords.isArray(text) ? new ArrayRecords(text) : new JsonRecords(new TextLines(text));
    }
}
