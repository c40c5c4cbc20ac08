package io.chancery.message.hold;

import io.chancery.message.HeldDeliveries.StopOrder;
import io.chancery.message.store.HoldTable.Held;
import io.chancery.vocabulary.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What operators have stopped, as far as this node knows: an order reaches all of them within a second. */
@ApplicationScoped
public class Stops {

    private static final long KNOWN_FOR = Duration.ofSeconds(1).toNanos();

    private final StopTable table;
    private volatile Known known = new Known(List.of(), System.nanoTime() - KNOWN_FOR);

    private record Known(List<StopOrder> orders, long since) {}

    Stops(StopTable table) {
        this.table = table;
    }

    /** The order that holds a delivery, if there is one. */
    public Optional<UUID> find(String template, Channel channel) {
        return inForce().stream()
                .filter(order -> order.stops(template, channel))
                .map(StopOrder::id)
                .findFirst();
    }

    /** Whether what is held is held by an order in force. */
    boolean hold(Held held) {
        return held.stopId() != null
                && inForce().stream().anyMatch(order -> order.id().equals(held.stopId()));
    }

    List<StopOrder> inForce() {
        var now = known;
        if (System.nanoTime() - now.since() >= KNOWN_FOR) {
            now = new Known(table.inForce(), System.nanoTime());
            known = now;
        }
        return now.orders();
    }

    /** Something has changed on this node. */
    void forget() {
        known = new Known(List.of(), System.nanoTime() - KNOWN_FOR);
    }
}
