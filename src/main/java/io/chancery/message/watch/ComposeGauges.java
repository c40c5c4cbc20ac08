package io.chancery.message.watch;

import io.chancery.message.watch.WaitingTable.Waiting;
import io.chancery.platform.watch.Lag;
import io.chancery.platform.watch.Sampled;
import io.chancery.platform.watch.WatchConfig;
import io.chancery.platform.work.Priority;
import io.chancery.platform.work.ShardLeases;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** What waits in this node's shards to be planned and rendered, and for how long. */
@ApplicationScoped
class ComposeGauges implements Sampled, Lag {

    private final WaitingTable table;
    private final ShardLeases leases;
    private final WatchConfig config;
    private final MultiGauge waiting;
    private final MultiGauge age;

    private volatile List<Waiting> last = List.of();

    ComposeGauges(WaitingTable table, ShardLeases leases, WatchConfig config, MeterRegistry registry) {
        this.table = table;
        this.leases = leases;
        this.config = config;
        this.waiting = MultiGauge.builder("chancery.compose.waiting")
                .description("Deliveries that wait to be planned and rendered, in the shards of this node")
                .register(registry);
        this.age = MultiGauge.builder("chancery.compose.age")
                .baseUnit("seconds")
                .description("How long the oldest of them has waited")
                .register(registry);
    }

    @Override
    public void sample() {
        var found = table.waiting(leases.owned());
        last = IntStream.range(0, Priority.values().length)
                .mapToObj(priority -> found.stream()
                        .filter(one -> one.priority() == priority)
                        .findFirst()
                        .orElse(new Waiting(priority, 0, 0)))
                .toList();
        waiting.register(
                last.stream().map(one -> Row.of(tags(one), one.count())).toList(), true);
        age.register(last.stream().map(one -> Row.of(tags(one), one.age())).toList(), true);
    }

    private static Tags tags(Waiting one) {
        return Tags.of("priority", one.priorityName());
    }

    @Override
    public List<String> reasons() {
        return last.stream()
                .filter(one -> one.age() > config.slowAfter().toSeconds())
                .map(one -> "The oldest of %d %s deliveries has waited %s to be rendered"
                        .formatted(one.count(), one.priorityName(), Duration.ofSeconds((long) one.age())))
                .toList();
    }
}
