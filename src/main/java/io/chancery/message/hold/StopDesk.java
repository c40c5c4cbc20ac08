package io.chancery.message.hold;

import io.chancery.message.HeldDeliveries.StopOrder;
import io.chancery.message.store.HoldTable.Filter;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes the orders of operators. */
@ApplicationScoped
class StopDesk {

    private final StopTable table;
    private final Stops stops;
    private final StopSweep sweep;
    private final HoldBook book;
    private final IdGenerator ids;
    private final Clock clock;

    StopDesk(StopTable table, Stops stops, StopSweep sweep, HoldBook book, IdGenerator ids, Clock clock) {
        this.table = table;
        this.stops = stops;
        this.sweep = sweep;
        this.book = book;
        this.ids = ids;
        this.clock = clock;
    }

    List<StopOrder> list() {
        return table.inForce();
    }

    /**
     * Lets nothing of a template out any more, and takes back what waits for a provider.
     *
     * @param channel null for all
     * @throws HoldException if it is stopped already
     */
    StopOrder stop(String template, @Nullable String channel, String note, String by) {
        var order = new StopOrder(ids.next(), template, channel, note, by, clock.instant());
        AuditLog.about(order.id());
        if (!table.add(order)) {
            throw HoldException.alreadyStopped();
        }
        stops.forget();
        sweep.all(order);
        return order;
    }

    /**
     * Lets it out again, with all that was held.
     *
     * @return how many deliveries go on
     * @throws HoldException if there is no such stop in force
     */
    int lift(UUID id, String by) {
        if (!table.lift(id, by, clock.instant())) {
            throw HoldException.unknownStop();
        }
        stops.forget();
        return book.release(new HoldOrder(List.of(), Filter.of(id)), by);
    }
}
