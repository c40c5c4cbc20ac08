package io.chancery.customer.watch;

import io.chancery.platform.Sql;
import io.chancery.platform.watch.Sampled;
import io.chancery.platform.work.ShardLeases;
import io.chancery.platform.work.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** How many records' sources are still to be told of a change: the backlog of what leaves the house by webhook. */
@ApplicationScoped
class BackSyncGauge implements Sampled {

    private static final String COUNT = "select status, count(*) from back_sync group by status";

    private final Sql sql;
    private final Transactions transactions;
    private final ShardLeases leases;
    private final MultiGauge backlog;

    BackSyncGauge(Sql sql, Transactions transactions, ShardLeases leases, MeterRegistry registry) {
        this.sql = sql;
        this.transactions = transactions;
        this.leases = leases;
        this.backlog = MultiGauge.builder("chancery.back.sync")
                .description(
                        "Records whose source is to be told of a change, or could not be; one node says it for all")
                .register(registry);
    }

    /** It has no shards: who owns the first counts. */
    @Override
    public void sample() {
        var counts = new HashMap<String, Long>();
        if (leases.owned().contains(0)) {
            counts.putAll(Map.of("waiting", 0L, "dead", 0L));
            counts.putAll(counted());
        }
        backlog.register(
                counts.entrySet().stream()
                        .map(entry -> Row.of(Tags.of("status", entry.getKey()), entry.getValue()))
                        .toList(),
                true);
    }

    private Map<String, Long> counted() {
        return transactions.call(() -> sql.run(COUNT, statement -> {
            var found = new HashMap<String, Long>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.put(row.getString(1), row.getLong(2));
                }
            }
            return found;
        }));
    }
}
