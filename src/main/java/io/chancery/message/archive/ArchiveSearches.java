package io.chancery.message.archive;

import io.chancery.archive.DeliverySelection;
import io.chancery.message.ArchiveDesk.Page;
import io.chancery.message.archive.query.ArchiveQuery;
import io.chancery.message.archive.query.QueryKey;
import io.chancery.message.archive.search.Condition;
import io.chancery.message.archive.search.MonthlySearch;
import io.chancery.message.archive.search.SearchTable;
import io.chancery.message.archive.search.SearchTable.Found;
import io.chancery.message.archive.search.Searching;
import io.chancery.message.archive.search.Searching.Strategy;
import io.chancery.message.archive.search.Span;
import io.chancery.message.archive.search.Way;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Searches the archive, page by page, newest first. */
@ApplicationScoped
public class ArchiveSearches {

    /** Up to here is counted. */
    private static final int MOST_COUNTED = 1000;

    private final Searching searching;
    private final MonthlySearch months;
    private final SearchTable table;
    private final ItemTable items;

    ArchiveSearches(Searching searching, MonthlySearch months, SearchTable table, ItemTable items) {
        this.searching = searching;
        this.months = months;
        this.table = table;
        this.items = items;
    }

    /**
     * The deliveries that are asked for.
     *
     * @param scope what must hold because of who asks
     * @param after {@link Page#next} of the page before
     */
    @Transactional
    public Page page(ArchiveQuery query, List<Condition> scope, @Nullable UUID after, int limit) {
        var strategy = searching.choose(query, with(scope, Condition.NOT_ERASED));
        var span = span(query, after);
        if (strategy.isEmpty() || span.isEmpty()) {
            return new Page(List.of(), null, after == null ? "0" : null, null);
        }
        // The first page is cut from all that is counted.
        var found = find(strategy.get(), span, after == null ? MOST_COUNTED + 1 : limit + 1);
        return page(found, after == null, limit);
    }

    /**
     * The deliveries that are asked for, newest first and part by part, also those of erased customers.
     *
     * @param after where the part before ended
     */
    DeliverySelection.Page select(ArchiveQuery query, List<Condition> scope, @Nullable UUID after) {
        var strategy = searching.choose(query, scope);
        var span = span(query, after);
        if (strategy.isEmpty() || span.isEmpty()) {
            return new DeliverySelection.Page(List.of(), null);
        }
        var found = find(strategy.get(), span, MOST_COUNTED);
        var ids = found.ids();
        return new DeliverySelection.Page(ids, ids.size() == MOST_COUNTED ? ids.get(ids.size() - 1) : found.horizon());
    }

    /** The delivery, if it is one of those that are asked for. */
    Optional<UUID> find(UUID deliveryId, ArchiveQuery query, List<Condition> scope) {
        return searching
                .choose(query, scope)
                .map(strategy -> table.find(Way.to(List.of(deliveryId)), strategy.conditions(), Span.ALL, 1))
                .flatMap(found -> found.ids().stream().findFirst());
    }

    private static List<Condition> with(List<Condition> conditions, Condition more) {
        var all = new ArrayList<>(conditions);
        all.add(more);
        return all;
    }

    private static Span span(ArchiveQuery query, @Nullable UUID after) {
        var span = query.findInstant(QueryKey.FROM).map(Span.ALL::from).orElse(Span.ALL);
        span = query.findInstant(QueryKey.TO).map(span::before).orElse(span);
        return after == null ? span : span.before(after);
    }

    private Found find(Strategy strategy, Span span, int limit) {
        var text = strategy.text();
        if (text != null && strategy.narrow() == null) {
            return months.find(strategy, span, limit);
        }
        var conditions =
                text == null ? strategy.conditions() : with(strategy.conditions(), Condition.saying(text, false));
        var way = strategy.narrow() == null ? strategy.wide() : strategy.narrow();
        return table.find(way, conditions, span, limit);
    }

    private Page page(Found found, boolean counted, int limit) {
        var ids = found.ids();
        boolean more = ids.size() > limit;
        var shown = more ? ids.subList(0, limit) : ids;
        var horizon = more ? null : found.horizon();
        var next = more ? shown.get(limit - 1) : horizon;
        return new Page(
                items.items(shown),
                next == null ? null : next.toString(),
                counted ? count(found) : null,
                horizon == null ? null : Span.timeOf(horizon));
    }

    private static String count(Found found) {
        int size = found.ids().size();
        return size > MOST_COUNTED ? MOST_COUNTED + "+" : found.horizon() == null ? String.valueOf(size) : size + "+";
    }
}
