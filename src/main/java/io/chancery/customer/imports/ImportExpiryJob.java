package io.chancery.customer.imports;

import io.chancery.customer.record.RecordHistory;
import io.chancery.platform.work.DataDirectory;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Forgets imports that ended long ago, what sources said even longer ago, and files that nobody needs. */
@ApplicationScoped
class ImportExpiryJob {

    private static final Duration IMPORT_LIFE = Duration.ofDays(90);

    private final ImportTable table;
    private final RecordHistory history;
    private final Spool spool;
    private final DataDirectory directory;
    private final Clock clock;
    private final Duration versionLife;

    ImportExpiryJob(
            ImportTable table,
            RecordHistory history,
            Spool spool,
            DataDirectory directory,
            Clock clock,
            @ConfigProperty(name = "chancery.customer.version-life", defaultValue = "730d") Duration versionLife) {
        this.table = table;
        this.history = history;
        this.spool = spool;
        this.directory = directory;
        this.clock = clock;
        this.versionLife = versionLife;
    }

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        var now = clock.instant();
        table.expire(now.minus(IMPORT_LIFE));
        history.expire(now.minus(versionLife));
        spool.keepOnly(table.open(directory.nodeId()));
    }
}
