package io.chancery.archive.blob;

import io.chancery.platform.digest.Sha256;
import io.chancery.platform.keys.MasterKey;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The packed contents of documents, wherever they lie. */
@ApplicationScoped
public class Blobs {

    private final BlobStore rows = new RowStore();
    private final BlobConfig config;
    private final String installation;
    private final @Nullable ObjectStore objects;

    Blobs(BlobConfig config, MasterKey master) {
        this.config = config;
        installation = Sha256.of(master.derived("object store").getEncoded());
        objects = config.kind() == BlobConfig.Kind.S3 || config.s3().bucket().isPresent()
                ? new ObjectStore(config.s3())
                : null;
    }

    /** Before anything is archived or read. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        check();
    }

    void check() {
        if (objects == null) {
            return;
        }
        try {
            objects.check(installation);
        } catch (BlobException e) {
            throw new IllegalStateException(
                    "The S3 store that chancery.archive.store.s3 describes cannot be used. " + e.getMessage(),
                    e.getCause());
        }
    }

    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) ShutdownEvent event) {
        if (objects != null) {
            objects.close();
        }
    }

    /** Where there is an S3 store. */
    Optional<ObjectStore> objects() {
        return Optional.ofNullable(objects);
    }

    /**
     * Takes contents, before the rows that name them are inserted.
     *
     * @return what goes into the rows, in the same order
     * @throws BlobException if one of them is not safely there
     */
    public List<BlobRow> keep(List<Blob> blobs) {
        return (config.kind() == BlobConfig.Kind.S3 ? required() : rows).keep(blobs);
    }

    private ObjectStore required() {
        if (objects == null) {
            throw new BlobException(
                    "It lies in an S3 store, which chancery.archive.store.s3 no longer describes", null);
        }
        return objects;
    }

    /**
     * The contents of rows. Those that are gone, or are not what their row says, are missing.
     *
     * @throws BlobException if a store does not answer
     */
    public Map<BlobName, byte[]> read(List<BlobRow> asked) {
        var found = read(asked, Function.identity());
        asked.stream()
                .filter(row -> row.content() == null)
                .map(BlobRow::name)
                .filter(name ->
                        found.containsKey(name) && !Sha256.of(found.get(name)).equals(name.sha256()))
                .forEach(found::remove);
        return found;
    }

    /** The SHA-256 of the contents of rows as they are now; those that are gone are missing. */
    public Map<BlobName, byte[]> hashes(List<BlobRow> asked) {
        return read(asked, Sha256::bytes);
    }

    private <T> Map<BlobName, T> read(List<BlobRow> asked, Function<byte[], T> reader) {
        var found = new HashMap<BlobName, T>();
        asked.stream()
                .collect(Collectors.groupingBy(row -> row.store() == rows.number()))
                .forEach((inRows, those) -> found.putAll((inRows ? rows : required()).read(those, reader)));
        return found;
    }
}
