package io.chancery.archive.watch;

import io.chancery.archive.watch.LogState.State;
import io.chancery.platform.watch.Lag;
import io.chancery.platform.watch.Sampled;
import io.chancery.platform.work.ShardLeases;
import io.chancery.platform.work.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the archive is what it was, and how far sealing and signing are behind. The log has no shards: one node says it. */
@ApplicationScoped
class ArchiveGauges implements Sampled, Lag {

    /** Rows are sealed once a second; a transaction that goes on holds up those after it. */
    private static final Duration LATE = Duration.ofMinutes(1);

    private final LogState log;
    private final Transactions transactions;
    private final ShardLeases leases;
    private final Clock clock;
    private final MultiGauge findings;
    private final MultiGauge unsealed;
    private final MultiGauge unsealedAge;
    private final MultiGauge checkpointAge;

    private volatile List<String> reasons = List.of();

    ArchiveGauges(LogState log, Transactions transactions, ShardLeases leases, Clock clock, MeterRegistry registry) {
        this.log = log;
        this.transactions = transactions;
        this.leases = leases;
        this.clock = clock;
        this.findings = MultiGauge.builder("chancery.archive.findings")
                .description("What the newest check of the archive has found not to be as it was sealed")
                .register(registry);
        this.unsealed = MultiGauge.builder("chancery.archive.unsealed")
                .description("Events that are not sealed yet, counted up to " + LogState.MOST)
                .register(registry);
        this.unsealedAge = MultiGauge.builder("chancery.archive.unsealed.age")
                .baseUnit("seconds")
                .description("How long the oldest of them has waited")
                .register(registry);
        this.checkpointAge = MultiGauge.builder("chancery.archive.checkpoint.age")
                .baseUnit("seconds")
                .description("How long ago the newest checkpoint was signed, if leaves have come since; else 0")
                .register(registry);
    }

    @Override
    public void sample() {
        if (!leases.owned().contains(0)) {
            List.of(findings, unsealed, unsealedAge, checkpointAge).forEach(gauge -> gauge.register(List.of(), true));
            reasons = List.of();
            return;
        }
        var state = transactions.call(log::read);
        long found = state.findings() == null ? 0 : state.findings();
        set(findings, found);
        set(unsealed, state.unsealed());
        set(unsealedAge, age(state.unsealedSince()));
        set(checkpointAge, state.unsigned() ? age(state.signedAt()) : 0);
        reasons = told(found, state);
    }

    private static void set(MultiGauge gauge, double value) {
        gauge.register(List.of(Row.of(Tags.empty(), value)), true);
    }

    private double age(@Nullable Instant since) {
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, clock.instant()).toMillis()) / 1000.0;
    }

    private List<String> told(long found, State state) {
        var told = new ArrayList<String>();
        if (found > 0) {
            told.add("the newest check of the archive has %d findings".formatted(found));
        }
        double age = age(state.unsealedSince());
        if (age > LATE.toSeconds()) {
            told.add("what was archived has waited to be sealed for %.0f s".formatted(age));
        }
        return List.copyOf(told);
    }

    @Override
    public List<String> reasons() {
        return reasons;
    }
}
