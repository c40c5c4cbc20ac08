package io.chancery.customer.imports;

import io.chancery.customer.ImportReport;
import io.chancery.customer.ImportReport.LineFault;
import io.chancery.customer.ImportView;
import io.chancery.customer.imports.ImportTable.Delivery;
import io.chancery.customer.mapping.Mapping.Format;
import io.chancery.customer.source.Source;
import io.chancery.customer.source.SourceException;
import io.chancery.customer.stream.SourceStream;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.stream.RawRecord;
import io.chancery.platform.work.DataDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes files of records of any length, and tells how they fare. */
@ApplicationScoped
public class Imports {

    /** Enough for the longest header, four bytes to a character. */
    private static final int START_BYTES = 4 * RawRecord.MAX_LENGTH + 4_096;

    private static final int LISTED = 1_000;
    /** An import may end on another node, which does not tell. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final ImportTable table;
    private final FaultTable faults;
    private final Spool spool;
    private final ImportJob job;
    private final IdGenerator ids;
    private final UUID node;

    Imports(
            ImportTable table,
            FaultTable faults,
            Spool spool,
            ImportJob job,
            IdGenerator ids,
            DataDirectory directory) {
        this.table = table;
        this.faults = faults;
        this.spool = spool;
        this.job = job;
        this.ids = ids;
        this.node = directory.nodeId();
    }

    /**
     * A file that has arrived whole, and waits for {@link #begin} or {@link #discard}.
     *
     * @param hash of its source and its content, SHA-256
     */
    public record Upload(Delivery delivery, byte[] hash) {}

    /**
     * Keeps a file while it arrives.
     *
     * @throws io.chancery.platform.stream.UnreadableStreamException if its header does not fit the mapping
     * @throws SourceException if it breaks off; then nothing is kept
     */
    public Upload receive(Source source, InputStream content, Format format, Charset encoding) {
        var start = Spool.read(content, START_BYTES);
        checkHeader(source, start, format, encoding);
        var id = ids.next();
        var arrived = spool.receive(id, start, content);
        var hash = Spool.hash(source.key().getBytes(StandardCharsets.UTF_8), arrived.hash());
        return new Upload(new Delivery(id, source, format, encoding, arrived.bytes()), hash);
    }

    private static void checkHeader(Source source, byte[] start, Format format, Charset encoding) {
        try {
            SourceStream.open(
                    new ByteArrayInputStream(start), source.definition().mapping(), format, encoding);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can be read", e);
        }
    }

    /** Puts the file in the queue, in the caller's transaction. */
    public void begin(Upload upload) {
        table.insert(node, upload.delivery());
    }

    /** Forgets a file that is not to be taken after all. */
    public void discard(Upload upload) {
        spool.delete(upload.delivery().id());
    }

    /**
     * Takes a file and waits for its end.
     *
     * @return what became of it
     * @throws SourceException if it breaks off
     */
    public ImportReport take(Source source, InputStream content, Format format, Charset encoding) {
        var upload = receive(source, content, format, encoding);
        begin(upload);
        return await(upload.delivery().id(), Duration.ofDays(1));
    }

    /**
     * Waits for the end of an import, but not longer than this.
     *
     * @throws SourceException if there is none
     */
    public ImportReport await(UUID id, Duration limit) {
        job.wake();
        long until = System.nanoTime() + limit.toNanos();
        try {
            for (long left = limit.toNanos(); left > 0; left = until - System.nanoTime()) {
                long seen = job.ends();
                if (view(id).status().isFinal()) {
                    break;
                }
                job.awaitEnd(seen, Duration.ofNanos(Math.min(left, LOOK.toNanos())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return get(id);
    }

    private ImportView view(UUID id) {
        return table.find(id).orElseThrow(SourceException::unknownImport);
    }

    /** @throws SourceException if there is none */
    public ImportReport get(UUID id) {
        return new ImportReport(view(id), first(id, FaultTable.ERROR), first(id, FaultTable.WARNING));
    }

    private List<LineFault> first(UUID id, String severity) {
        return faults.list(id, severity, 0, LISTED).stream()
                .map(FaultTable.Numbered::fault)
                .toList();
    }

    /** Newest first. */
    public List<ImportView> list(@Nullable String source, UUID before, int limit) {
        return table.list(source, before, limit);
    }

    /** The next faults of an import, in the order of its file. */
    List<FaultTable.Numbered> faults(UUID id, String severity, long after) {
        return faults.list(id, severity, after, LISTED);
    }

    /**
     * Ends an import where it stands; what was taken stays taken.
     *
     * @throws SourceException if there is none, or if it has ended
     */
    public ImportReport cancel(UUID id) {
        view(id);
        if (!table.end(id, "cancelled")) {
            throw SourceException.importEnded();
        }
        // The file of a run that is under way is read to the end of the chunk, which then does not count.
        spool.delete(id);
        return get(id);
    }
}
