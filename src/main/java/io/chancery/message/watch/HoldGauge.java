package io.chancery.message.watch;

import io.chancery.platform.watch.Sampled;
import io.chancery.platform.work.ShardLeases;
import io.chancery.vocabulary.Reason;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** What waits for a person, by reason. */
@ApplicationScoped
class HoldGauge implements Sampled {

    private final WaitingTable table;
    private final ShardLeases leases;
    private final MultiGauge holds;

    HoldGauge(WaitingTable table, ShardLeases leases, MeterRegistry registry) {
        this.table = table;
        this.leases = leases;
        this.holds = MultiGauge.builder("chancery.holds")
                .description("Deliveries that wait for a person; one node says it for all")
                .register(registry);
    }

    /** Holds have no shards: who owns the first counts them. */
    @Override
    public void sample() {
        var held = leases.owned().contains(0) ? table.held() : List.<WaitingTable.Held>of();
        var reasons = leases.owned().contains(0)
                ? Stream.of(Reason.STOPPED, Reason.HANDOVER_UNKNOWN).map(Reason::code)
                : Stream.<String>empty();
        holds.register(
                Stream.concat(reasons, held.stream().map(WaitingTable.Held::reason))
                        .distinct()
                        .map(reason -> Row.of(Tags.of("reason", reason), count(held, reason)))
                        .toList(),
                true);
    }

    private static long count(List<WaitingTable.Held> held, String reason) {
        return held.stream()
                .filter(one -> one.reason().equals(reason))
                .mapToLong(WaitingTable.Held::count)
                .sum();
    }
}
