package io.chancery.dispatch.watch;

import io.chancery.dispatch.queue.Lanes;
import io.chancery.dispatch.watch.QueueTable.Ready;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What waits in this node's shards to be handed over, and for how long. */
@ApplicationScoped
class QueueGauges implements Sampled, Lag {

    private final QueueTable table;
    private final ShardLeases leases;
    private final Lanes lanes;
    private final WatchConfig config;
    private final MultiGauge ready;
    private final MultiGauge age;
    private final MultiGauge retrying;

    private volatile List<Ready> last = List.of();

    QueueGauges(QueueTable table, ShardLeases leases, Lanes lanes, WatchConfig config, MeterRegistry registry) {
        this.table = table;
        this.leases = leases;
        this.lanes = lanes;
        this.config = config;
        this.ready = MultiGauge.builder("chancery.queue.ready")
                .description("Deliveries that are ready to be handed over, in the shards of this node")
                .register(registry);
        this.age = MultiGauge.builder("chancery.queue.age")
                .baseUnit("seconds")
                .description("How long the oldest of them has been ready")
                .register(registry);
        this.retrying = MultiGauge.builder("chancery.queue.retrying")
                .description("Deliveries that wait for another attempt, in the shards of this node")
                .register(registry);
    }

    @Override
    public void sample() {
        var shards = leases.owned();
        var found = complete(table.ready(shards));
        ready.register(found.stream().map(one -> Row.of(tags(one), one.count())).toList(), true);
        age.register(found.stream().map(one -> Row.of(tags(one), one.age())).toList(), true);
        last = found;
        var waiting = table.retrying(shards);
        retrying.register(
                lanes.outlets().keySet().stream()
                        .map(channel -> Row.of(
                                Tags.of("channel", channel.name()),
                                waiting.stream()
                                        .filter(one -> one.channel().equals(channel.name()))
                                        .mapToLong(QueueTable.Retrying::count)
                                        .sum()))
                        .toList(),
                true);
    }

    /** An empty lane has a length too. */
    private List<Ready> complete(List<Ready> found) {
        var all = new ArrayList<>(found);
        for (var channel : lanes.outlets().keySet()) {
            for (int priority = 0; priority < Priority.values().length; priority++) {
                var empty = new Ready(channel.name(), priority, 0, 0);
                if (found.stream().noneMatch(one -> one.isOf(empty))) {
                    all.add(empty);
                }
            }
        }
        return List.copyOf(all);
    }

    private static Tags tags(Ready one) {
        return Tags.of("channel", one.channel(), "priority", one.priorityName());
    }

    @Override
    public List<String> reasons() {
        return last.stream().flatMap(one -> slow(one).stream()).toList();
    }

    private Optional<String> slow(Ready one) {
        var limit = config.slowAfter();
        return one.age() <= limit.toSeconds()
                ? Optional.empty()
                : Optional.of("The oldest of %d %s deliveries on channel %s has been ready for %s"
                        .formatted(
                                one.count(), one.priorityName(), one.channel(), Duration.ofSeconds((long) one.age())));
    }
}
