package io.chancery.message.plan;

import io.chancery.message.store.AdvertisingTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keeps customers from getting more advertising than they should, whoever asks for it. */
@ApplicationScoped
class FrequencyCap {

    private final FrequencyCapConfig config;
    private final AdvertisingTable table;
    private final Clock clock;

    FrequencyCap(FrequencyCapConfig config, AdvertisingTable table, Clock clock) {
        this.config = config;
        this.table = table;
        this.clock = clock;
    }

    /** How much these customers have got already; the database is only asked if there is a cap. */
    Map<UUID, Allotment> of(Set<UUID> customerIds) {
        if (config.messages().isEmpty()) {
            return Map.of();
        }
        var now = clock.instant();
        var got = table.find(customerIds, now.minus(config.period()), now);
        int most = config.messages().getAsInt();
        return customerIds.stream()
                .collect(Collectors.toMap(
                        Function.identity(), id -> new Allotment(most, new HashSet<>(got.getOrDefault(id, Set.of())))));
    }
}
