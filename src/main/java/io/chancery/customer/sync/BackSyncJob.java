package io.chancery.customer.sync;

import io.chancery.customer.sync.BackSyncTable.Due;
import io.chancery.platform.work.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends differences to the sources' webhooks, again and again until they take them or it is given up. */
@ApplicationScoped
class BackSyncJob {

    private static final int AT_ONCE = 20;
    private static final int MOST_ATTEMPTS = 12;
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final BackSyncTable table;
    private final Differences differences;
    private final RecordTable records;
    private final WebhookSender sender;
    private @Nullable WorkLoop loop;

    BackSyncJob(BackSyncTable table, Differences differences, RecordTable records, WebhookSender sender) {
        this.table = table;
        this.differences = differences;
        this.records = records;
        this.sender = sender;
    }

    void start(@Observes StartupEvent event) {
        loop = WorkLoop.start("back-sync", INTERVAL, this::step);
    }

    void stop(@Observes ShutdownEvent event) {
        if (loop != null) {
            loop.close();
        }
    }

    private boolean step() throws InterruptedException {
        var taken = table.take(AT_ONCE);
        for (var due : taken) {
            tell(due);
        }
        return !taken.isEmpty();
    }

    private void tell(Due due) throws InterruptedException {
        var difference =
                differences.of(List.of(due.customerId()), records.wanted()).get(due.recordId());
        if (difference == null) {
            table.done(due);
            return;
        }
        try {
            int status = sender.send(due, difference);
            if (status / 100 == 2) {
                table.done(due);
            } else {
                fail(due, "HTTP " + status, isWorthRepeating(status));
            }
        } catch (IOException | IllegalArgumentException e) {
            fail(due, e.getClass().getSimpleName(), true);
        }
    }

    /** The receiver is not there, not ready, or asks for time; any other refusal will be the same tomorrow. */
    private static boolean isWorthRepeating(int status) {
        return status >= 500 || status == 408 || status == 425 || status == 429 || status == 409;
    }

    private void fail(Due due, String failure, boolean repeat) {
        boolean again = repeat && due.attempts() < MOST_ATTEMPTS;
        table.failed(due, failure, again ? Optional.of(pause(due.attempts())) : Optional.empty());
    }

    private static Duration pause(int attempts) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 12));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
