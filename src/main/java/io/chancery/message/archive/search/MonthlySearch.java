package io.chancery.message.archive.search;

import io.chancery.message.archive.search.SearchTable.Found;
import io.chancery.message.archive.search.Searching.Strategy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Searches for words, backwards from month to month until there is enough. In a month where few deliveries have the words, it
 * looks at those; where many have, at all on the way that the rest of the query leads, as it soon meets one.
 */
@ApplicationScoped
public class MonthlySearch {

    /** So many with the words are few. */
    private static final int FEW = Way.MOST;
    /** Of deliveries, after which a search stops, and says how far it came. */
    private static final int MOST_LOOKED_AT = 3 * Way.MOST;

    private static final int MOST_MONTHS = 120;
    /** How far clocks of other nodes may be ahead. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final SearchTable table;
    private final Clock clock;

    MonthlySearch(SearchTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** The newest deliveries that say it. */
    public Found find(Strategy strategy, Span asked, int limit) {
        var oldest = table.oldest();
        if (oldest.isEmpty()) {
            return new Found(List.of(), null);
        }
        var span = asked.from(Span.timeOf(oldest.get())).before(clock.instant().plus(AHEAD));
        var ids = new ArrayList<UUID>();
        int looked = 0;
        var month = Span.monthOf(span.high());
        for (int months = 0; !span.within(month).isEmpty() || months == 0; months++) {
            if (ids.size() >= limit) {
                return new Found(ids, ids.get(ids.size() - 1));
            }
            if (looked >= MOST_LOOKED_AT || months == MOST_MONTHS) {
                return new Found(ids, span.within(month).high());
            }
            var step = within(month, strategy, span.within(month), limit - ids.size());
            ids.addAll(step.found().ids());
            looked += step.looked();
            if (step.found().horizon() != null) {
                return new Found(ids, step.found().horizon());
            }
            month = month.minusMonths(1);
        }
        return new Found(ids, null);
    }

    /** @param looked at how many deliveries */
    private record Step(Found found, int looked) {}

    private Step within(LocalDate month, Strategy strategy, Span span, int limit) {
        var text = Objects.requireNonNull(strategy.text());
        var saying = table.saying(text, month, span, FEW + 1);
        if (saying.isEmpty()) {
            return new Step(new Found(List.of(), null), 0);
        }
        if (saying.size() <= FEW) {
            return new Step(table.find(Way.to(saying), strategy.conditions(), span, limit), saying.size());
        }
        var conditions = new ArrayList<>(strategy.conditions());
        conditions.add(Condition.saying(text, false));
        return new Step(table.find(strategy.wide(), conditions, span, limit), Way.MOST);
    }
}
