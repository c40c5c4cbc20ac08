package io.chancery.customer.source;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which systems bring which data: definitions, with what was counted at most a minute ago. */
@ApplicationScoped
public class Catalogue {

    private static final Duration FRESH = Duration.ofSeconds(60);

    private final Sources sources;
    private final HoldingsTable table;
    private final Clock clock;
    private final Map<String, Holdings> counted = new ConcurrentHashMap<>();

    Catalogue(Sources sources, HoldingsTable table, Clock clock) {
        this.sources = sources;
        this.table = table;
        this.clock = clock;
    }

    /** A source, with what it has brought. */
    record Item(@JsonUnwrapped Source source, Holdings holdings) {}

    List<Item> list() {
        return sources.list().stream().map(this::item).toList();
    }

    /** @throws SourceException if there is none */
    Item get(String key) {
        return item(sources.get(key));
    }

    /** One call counts, others that come at the same time wait for it. */
    private Item item(Source source) {
        var now = clock.instant();
        var holdings = counted.compute(
                source.key(),
                (key, known) ->
                        known == null || known.asOf().plus(FRESH).isBefore(now) ? table.count(key, now) : known);
        return new Item(source, holdings);
    }

    /** Says that the source has brought much at once: it is counted anew when somebody asks. */
    public void recount(String source) {
        counted.remove(source);
    }
}
