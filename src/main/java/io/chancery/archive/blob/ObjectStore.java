package io.chancery.archive.blob;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Contents that lie in a bucket of an S3-compatible store, many at once. Object lock is left to the default retention of
 * the bucket: when a document is written, its period has not begun, and nobody knows yet when it ends.
 */
final class ObjectStore implements BlobStore, AutoCloseable {

    private static final String INSTALLATION = "installation";

    private final Bucket bucket;
    private final String prefix;
    private final ExecutorService pool;

    ObjectStore(BlobConfig.S3 config) {
        bucket = new Bucket(config);
        prefix = config.prefix();
        pool = Executors.newFixedThreadPool(config.threads(), work -> {
            var thread = new Thread(work, "object store");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public int number() {
        return 1;
    }

    /**
     * Sees that the bucket can be used, and by this installation alone: another one would take its objects for ours that no
     * row names.
     *
     * @throws BlobException if it cannot
     */
    void check(String installation) {
        bucket.check();
        var ours = installation.getBytes(StandardCharsets.US_ASCII);
        var key = prefix + INSTALLATION;
        if (!bucket.put(key, ours)
                && !bucket.get(key).filter(found -> Arrays.equals(found, ours)).isPresent()) {
            throw new BlobException(
                    "What begins with " + prefix + " in this bucket belongs to another installation, by its master key",
                    null);
        }
    }

    @Override
    public List<BlobRow> keep(List<Blob> blobs) {
        atOnce(blobs, blob -> {
            put(blob);
            return true;
        });
        return blobs.stream()
                .map(blob -> new BlobRow(blob.name(), number(), null))
                .toList();
    }

    /** If it is there already, it is from a try of before whose answer was lost. */
    private void put(Blob blob) {
        var key = key(blob.name());
        if (!bucket.put(key, blob.content())
                && !bucket.get(key)
                        .filter(found -> Arrays.equals(found, blob.content()))
                        .isPresent()) {
            throw new BlobException("There is something else at " + key, null);
        }
    }

    private String key(BlobName name) {
        return prefix + name.path();
    }

    @Override
    public <T> Map<BlobName, T> read(List<BlobRow> rows, Function<byte[], T> reader) {
        var read = atOnce(rows, row -> bucket.get(key(row.name())).map(reader));
        var found = new HashMap<BlobName, T>();
        for (int i = 0; i < rows.size(); i++) {
            var name = rows.get(i).name();
            read.get(i).ifPresent(content -> found.put(name, content));
        }
        return found;
    }

    /**
     * Deletes contents.
     *
     * @param unknown until when one is locked if the store does not say
     * @return those that are locked, and until when
     */
    Map<BlobName, Instant> delete(List<BlobName> names, Instant unknown) {
        var deleted = atOnce(names, name -> bucket.delete(key(name), unknown));
        var locked = new HashMap<BlobName, Instant>();
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            deleted.get(i).ifPresent(until -> locked.put(name, until));
        }
        return locked;
    }

    /** Up to so many objects after a path, those that are not ours among them. */
    List<Bucket.Found> list(String after, int limit) {
        return bucket.list(prefix, prefix + after, limit).stream()
                .map(found -> new Bucket.Found(found.key().substring(prefix.length()), found.written()))
                .toList();
    }

    /** Once one has failed, those that have not begun are left: what has not come yet would wait as long for each. */
    private <A, B> List<B> atOnce(Collection<A> all, Function<A, B> work) {
        var failed = new AtomicBoolean();
        var tasks = all.stream()
                .<Callable<Optional<B>>>map(one -> () -> failed.get() ? Optional.empty() : answer(work, one, failed))
                .toList();
        try {
            var answers = new ArrayList<B>();
            for (var future : pool.invokeAll(tasks)) {
                future.get().ifPresent(answers::add);
            }
            return answers;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BlobException cause) {
                throw new BlobException(String.valueOf(cause.getMessage()), cause);
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BlobException("Stopped while waiting for the S3 store", e);
        }
    }

    private static <A, B> Optional<B> answer(Function<A, B> work, A one, AtomicBoolean failed) {
        boolean done = false;
        try {
            var answer = Optional.of(work.apply(one));
            done = true;
            return answer;
        } finally {
            if (!done) {
                failed.set(true);
            }
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
