package io.chancery.archive.seal;

import io.chancery.platform.work.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Seals all the time, on one node at a time, and signs a checkpoint now and then. */
@ApplicationScoped
class SealJob {

    /** Rows are sealed after this at the latest; more often it would only be more work. */
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final Sealing seals;
    private final Checkpoints checkpoints;
    private final SealConfig config;
    private @Nullable WorkLoop sealing;
    private @Nullable WorkLoop signing;

    SealJob(Sealing seals, Checkpoints checkpoints, SealConfig config) {
        this.seals = seals;
        this.checkpoints = checkpoints;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        sealing = WorkLoop.start("seal", INTERVAL, this::seal);
        signing = WorkLoop.start("checkpoint", config.checkpointEvery(), this::sign);
    }

    void stop(@Observes ShutdownEvent event) {
        for (var loop : new WorkLoop[] {sealing, signing}) {
            if (loop != null) {
                loop.close();
            }
        }
    }

    private boolean seal() {
        return seals.seal() == Sealer.BATCH;
    }

    /** Every node anchors every checkpoint, also those that another one has signed. */
    private boolean sign() {
        checkpoints.make();
        checkpoints.anchor();
        return false;
    }
}
