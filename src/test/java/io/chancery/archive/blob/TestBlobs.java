package io.chancery.archive.blob;

import io.chancery.platform.keys.MasterKeys;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Where contents lie in tests. */
public final class TestBlobs {

    private TestBlobs() {}

    /** In the rows of the database. */
    public static Blobs inRows() {
        return of(Map.of());
    }

    /** As these settings say. */
    static Blobs of(Map<String, String> settings) {
        return new Blobs(config(settings), MasterKeys.shared());
    }

    static BlobConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(BlobConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 0))
                .build()
                .getConfigMapping(BlobConfig.class);
    }
}
