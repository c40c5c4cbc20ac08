package io.chancery.archive.hold;

import io.chancery.platform.work.Transactions;
import io.chancery.platform.work.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Goes on with holds of which not all is listed. */
@ApplicationScoped
public class HoldJob {

    /** After a restart, or when another node has taken the order. */
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final HoldWork work;
    private final Transactions transactions;
    private @Nullable WorkLoop loop;

    HoldJob(HoldWork work, Transactions transactions) {
        this.work = work;
        this.transactions = transactions;
    }

    void start(@Observes StartupEvent event) {
        loop = WorkLoop.start("legal-hold", INTERVAL, () -> transactions.call(work::step));
    }

    void stop(@Observes ShutdownEvent event) {
        if (loop != null) {
            loop.close();
        }
    }

    /** Says that there is something to do. */
    public void wake() {
        if (loop != null) {
            loop.wake();
        }
    }
}
