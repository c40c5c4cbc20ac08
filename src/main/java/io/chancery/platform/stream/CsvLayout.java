package io.chancery.platform.stream;

import java.util.List;

/** How CSV is laid out, and which header is the right one. */
public interface CsvLayout {

    /** What stands between two values. */
    char delimiter();

    /** The name of a column, by what the header says. */
    default String column(String written) {
        return written.strip();
    }

    /**
     * Looks at a header.
     *
     * @param columns the names of the columns, each once
     * @param line the header as it was written
     * @throws UnreadableStreamException if it does not fit
     */
    void check(List<String> columns, String line);
}
