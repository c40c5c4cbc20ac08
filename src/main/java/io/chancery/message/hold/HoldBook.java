package io.chancery.message.hold;

import io.chancery.archive.Archive;
import io.chancery.archive.Delivery;
import io.chancery.message.HeldDeliveries.View;
import io.chancery.message.store.HoldTable;
import io.chancery.message.store.HoldTable.Filter;
import io.chancery.message.store.HoldTable.Held;
import io.chancery.platform.work.Transactions;
import io.chancery.vocabulary.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is held, for people; and what they decide on many at once, some hundred in each transaction. */
@ApplicationScoped
class HoldBook {

    private static final int AT_ONCE = 500;

    private final HoldTable table;
    private final HoldDesk desk;
    private final Archive archive;
    private final Stops stops;
    private final Transactions transactions;

    HoldBook(HoldTable table, HoldDesk desk, Archive archive, Stops stops, Transactions transactions) {
        this.table = table;
        this.desk = desk;
        this.archive = archive;
        this.stops = stops;
        this.transactions = transactions;
    }

    @Transactional
    List<View> list(Filter filter, @Nullable UUID after, int limit, String language) {
        var held = table.list(filter, after, limit);
        var channels = archive
                .findDeliveries(held.stream().map(Held::deliveryId).toList())
                .stream()
                .collect(Collectors.toMap(Delivery::id, Delivery::channel));
        return held.stream()
                .map(one -> view(one, Objects.requireNonNull(channels.get(one.deliveryId())), language))
                .toList();
    }

    private static View view(Held held, Channel channel, String language) {
        return new View(
                held.deliveryId(),
                held.messageId(),
                channel,
                held.reason(),
                held.reason().sentence(language),
                held.stopId(),
                held.since(),
                held.expiresAt());
    }

    /**
     * Lets deliveries go on; what a stop holds only if it is not in force any more.
     *
     * @return how many
     * @throws HoldException if one was named that a stop holds
     */
    int release(HoldOrder order, String by) {
        return order.deliveries().isEmpty()
                ? each(order.filter(), held -> !stops.hold(held), ids -> desk.release(ids, by))
                : desk.release(order.deliveries(), by);
    }

    /** Calls deliveries off, and returns how many. */
    int cancel(HoldOrder order, String by) {
        return order.deliveries().isEmpty()
                ? each(order.filter(), held -> true, ids -> desk.cancel(ids, by))
                : desk.cancel(order.deliveries(), by);
    }

    /** Records that the provider had taken over what nobody knew of, and returns how many. */
    int confirm(HoldOrder order, String by) {
        return order.deliveries().isEmpty()
                ? each(order.filter(), held -> true, ids -> desk.confirm(ids, by))
                : desk.confirm(order.deliveries(), by);
    }

    private int each(Filter filter, Predicate<Held> wanted, ToIntFunction<List<UUID>> decision) {
        int decided = 0;
        UUID after = null;
        boolean more = true;
        while (more) {
            var start = after;
            var page = transactions.call(() -> table.list(filter, start, AT_ONCE));
            decided += decision.applyAsInt(
                    page.stream().filter(wanted).map(Held::deliveryId).toList());
            more = page.size() == AT_ONCE;
            after = more ? page.get(AT_ONCE - 1).deliveryId() : null;
        }
        return decided;
    }
}
