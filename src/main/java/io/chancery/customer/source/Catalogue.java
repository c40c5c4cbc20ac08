package io.chancery.customer.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.chancery.customer.SourceDesk.Holdings;
import io.chancery.customer.SourceDesk.LastImport;
import io.chancery.customer.stream.SourceDelivered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

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
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            @JsonUnwrapped Source source,
            Holdings holdings,
            @Nullable LastImport lastImport) {}

    /** All sources, by name. */
    public List<Item> list() {
        return sources.list().stream().map(this::item).toList();
    }

    /** @throws SourceException if there is none */
    public Item get(String key) {
        return item(sources.get(key));
    }

    /** One call counts, others that come at the same time wait for it. */
    private Item item(Source source) {
        var now = clock.instant();
        var holdings = counted.compute(
                source.key(),
                (key, known) ->
                        known == null || known.asOf().plus(FRESH).isBefore(now) ? table.count(key, now) : known);
        return new Item(source, holdings, table.lastImport(source.key()));
    }

    /** It is counted anew when somebody asks. */
    void recount(@Observes SourceDelivered delivered) {
        counted.remove(delivered.source());
    }
}
