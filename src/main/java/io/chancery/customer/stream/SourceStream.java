package io.chancery.customer.stream;

import io.chancery.customer.mapping.Mapping;
import io.chancery.platform.stream.RecordStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;

/** Opens the streams that sources deliver. */
public final class SourceStream {

    private SourceStream() {}

    /**
     * Opens a stream; of CSV it reads the header.
     *
     * @param encoding of the stream, unless it begins with a byte order mark
     * @throws io.chancery.platform.stream.UnreadableStreamException if nothing of it can be taken
     */
    public static RecordStream open(InputStream content, Mapping mapping, Mapping.Format format, Charset encoding)
            throws IOException {
        return format == Mapping.Format.CSV
                ? RecordStream.csv(content, encoding, new CsvHeader(mapping))
                : RecordStream.json(content, encoding);
    }
}
