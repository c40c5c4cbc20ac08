package io.chancery.archive.blob;

import io.chancery.platform.work.Transactions;
import io.chancery.platform.work.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Sweeps all the time where there is an S3 store. */
@ApplicationScoped
class SweepJob {

    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final Sweep sweep;
    private final Blobs blobs;
    private final Transactions transactions;
    private @Nullable WorkLoop loop;

    SweepJob(Sweep sweep, Blobs blobs, Transactions transactions) {
        this.sweep = sweep;
        this.blobs = blobs;
        this.transactions = transactions;
    }

    void start(@Observes StartupEvent event) {
        if (blobs.objects().isPresent()) {
            loop = WorkLoop.start("object sweep", INTERVAL, () -> transactions.call(sweep::step))
                    .withLongSteps();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (loop != null) {
            loop.close();
        }
    }
}
