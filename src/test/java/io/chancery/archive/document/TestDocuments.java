package io.chancery.archive.document;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.archive.blob.Blobs;
import io.chancery.archive.blob.TestBlobs;
import io.chancery.archive.key.CustomerKeys;
import io.chancery.platform.Sql;
import java.time.Clock;

/** The documents on a test database. */
public final class TestDocuments {

    private TestDocuments() {}

    public static DocumentTable on(Sql sql, CustomerKeys keys, Clock clock) {
        return on(sql, keys, TestBlobs.inRows(), clock);
    }

    /** With contents that lie there. */
    public static DocumentTable on(Sql sql, CustomerKeys keys, Blobs blobs, Clock clock) {
        return new DocumentTable(
                sql,
                keys,
                new DocumentContext.Format(new ObjectMapper()),
                new Dictionaries(sql, keys, blobs),
                blobs,
                clock);
    }

    public static OpenedDocuments opened(Sql sql, CustomerKeys keys) {
        return opened(sql, keys, TestBlobs.inRows());
    }

    /** With contents that lie there. */
    public static OpenedDocuments opened(Sql sql, CustomerKeys keys, Blobs blobs) {
        return new OpenedDocuments(
                sql, keys, new DocumentContext.Format(new ObjectMapper()), new Dictionaries(sql, keys, blobs), blobs);
    }
}
