package io.chancery.customer.imports;

import io.chancery.customer.imports.ImportTable.LostException;
import io.chancery.customer.imports.ImportTable.OpenImport;
import io.chancery.customer.source.RecordReaders;
import io.chancery.customer.stream.SourceDelivered;
import io.chancery.platform.ProblemException;
import io.chancery.platform.work.DataDirectory;
import io.chancery.platform.work.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes the files that lie on this node, one after the other. */
@ApplicationScoped
class ImportJob {

    private static final Logger LOG = Logger.getLogger(ImportJob.class);
    /** A fault of the file or of the program does not go away by itself; a database comes back, and a lock is released. */
    private static final int TRIES = 20;

    private final ImportTable table;
    private final ChunkWriter writer;
    private final RecordReaders readers;
    private final Spool spool;
    private final Event<SourceDelivered> delivered;
    private final UUID node;
    private final ExecutorService clerk = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "import-clerk");
        thread.setDaemon(true);
        return thread;
    });

    private @Nullable WorkLoop loop;
    private @Nullable ImportRun current;
    private int failures;
    private long ends;

    ImportJob(
            ImportTable table,
            ChunkWriter writer,
            RecordReaders readers,
            Spool spool,
            Event<SourceDelivered> delivered,
            DataDirectory directory) {
        this.table = table;
        this.writer = writer;
        this.readers = readers;
        this.spool = spool;
        this.delivered = delivered;
        this.node = directory.nodeId();
    }

    void start(@Observes StartupEvent event) {
        spool.keepOnly(table.open(node));
        loop = WorkLoop.start("imports", Duration.ofSeconds(1), this::step);
    }

    void stop(@Observes ShutdownEvent event) throws IOException {
        if (loop != null) {
            loop.close();
        }
        clerk.shutdownNow();
        leave();
    }

    /** Says that a file has come. */
    void wake() {
        if (loop != null) {
            loop.wake();
        }
    }

    /** How many imports have ended on this node since it was started. */
    synchronized long ends() {
        return ends;
    }

    /** Waits until one more has ended, or for so long. */
    synchronized void awaitEnd(long seen, Duration limit) throws InterruptedException {
        if (ends == seen) {
            wait(Math.max(1, limit.toMillis()));
        }
    }

    /** Takes one chunk of the current import, or of the next. */
    boolean step() throws IOException, InterruptedException {
        var run = current;
        if (run != null) {
            advance(run);
            return true;
        }
        var next = table.claim(node);
        next.ifPresent(this::begin);
        return next.isPresent();
    }

    private void begin(OpenImport open) {
        try {
            current = new ImportRun(open, spool.open(open.id()), readers.by(open.mapping()), writer, clerk);
        } catch (NoSuchFileException e) {
            end(open, "file-lost");
        } catch (ProblemException e) {
            end(open, e.code());
        } catch (IOException | RuntimeException e) {
            giveUpOrRepeat(open, e);
        }
    }

    private void advance(ImportRun run) throws IOException, InterruptedException {
        try {
            boolean more = run.step();
            failures = 0;
            if (!more) {
                leave();
                delivered.fire(new SourceDelivered(run.open().source()));
                end(run.open(), null);
                LOG.infof(
                        "Import %s of %s finished: %d records",
                        run.open().id(), run.open().source(), run.counts().read());
            }
        } catch (LostException e) {
            leave();
            end(run.open(), "cancelled");
        } catch (IOException | RuntimeException e) {
            leave();
            giveUpOrRepeat(run.open(), e);
        }
    }

    private void leave() throws IOException {
        try (var run = current) {
            current = null;
        }
    }

    /** Without a word of the exception's own: it may quote what a customer's record says. */
    private void giveUpOrRepeat(OpenImport open, Exception failure) {
        var told = new IllegalStateException(
                "Import " + open.id() + " met " + failure.getClass().getName());
        told.setStackTrace(failure.getStackTrace());
        if (writer.databaseAnswers() && ++failures >= TRIES) {
            failures = 0;
            end(open, "internal-error");
            LOG.errorf(told, "Import %s is given up after %d tries", open.id(), TRIES);
        } else {
            throw told;
        }
    }

    private void end(OpenImport open, @Nullable String problem) {
        table.end(open.id(), problem);
        spool.delete(open.id());
        synchronized (this) {
            ends++;
            notifyAll();
        }
    }
}
