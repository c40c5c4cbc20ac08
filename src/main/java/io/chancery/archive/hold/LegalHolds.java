package io.chancery.archive.hold;

import io.chancery.archive.Archive;
import io.chancery.archive.ArchiveSearch;
import io.chancery.archive.DeliverySelection.Page;
import io.chancery.archive.Keeping.LegalHold;
import io.chancery.archive.Keeping.LegalHold.Act;
import io.chancery.archive.Keeping.LegalHold.On;
import io.chancery.archive.retention.Actor;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.audit.AuditLog;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes holds and releases them. */
@ApplicationScoped
public class LegalHolds {

    /** A query may look at millions before it finds anything. */
    private static final int LIMIT_SECONDS = 900;

    private static final Page NOTHING = new Page(List.of(), null);

    private final LegalHoldTable table;
    private final HoldWork work;
    private final Archive archive;
    private final ArchiveSearch.Finder finder;
    private final IdGenerator ids;
    private final Clock clock;

    LegalHolds(
            LegalHoldTable table,
            HoldWork work,
            Archive archive,
            ArchiveSearch.Finder finder,
            IdGenerator ids,
            Clock clock) {
        this.table = table;
        this.work = work;
        this.archive = archive;
        this.finder = finder;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Holds what is asked for: from the moment of the answer on nothing of it expires.
     *
     * @throws LegalHoldException if there is no such thing
     */
    @Transactional
    @TransactionConfiguration(timeout = LIMIT_SECONDS)
    public LegalHold hold(LegalHoldOrder order, Actor by) {
        var first = order.query() == null ? NOTHING : work.first(order.query());
        table.lock();
        var on = new On(order.customer(), order.message(), order.query(), null, null);
        var hold = new LegalHold(ids.next(), on, new Act(by.name(), clock.instant(), order.reason()), null);
        table.insert(hold, by.clientId());
        AuditLog.about(hold.id());
        list(hold, first);
        return get(hold.id());
    }

    private void list(LegalHold hold, Page first) {
        var on = hold.on();
        if (on.customer() != null) {
            var customers = finder.customer(on.customer());
            refuseNothing(customers, "/customer", "is nobody's UCID");
            table.addCustomers(hold.id(), customers);
        } else if (on.query() != null) {
            refuseNothing(first.ids(), "/query", "finds nothing");
            work.list(hold.id(), first);
        } else if (on.message() != null) {
            refuseNothing(archive.deliveries(List.of(on.message())).keySet(), "/message", "is no message on record");
        }
    }

    private static void refuseNothing(Collection<UUID> found, String pointer, String detail) {
        if (found.isEmpty()) {
            throw LegalHoldException.invalid(pointer, detail);
        }
    }

    /**
     * Lets what is held expire again when its time has come, unless another hold is on it.
     *
     * @throws LegalHoldException if there is no such hold, or it is no more in force
     */
    @Transactional
    public LegalHold release(UUID id, String reason, Actor by) {
        table.lock();
        if (get(id).release() != null) {
            throw LegalHoldException.released();
        }
        work.end(id);
        table.release(id, new Act(by.name(), clock.instant(), reason), by.clientId());
        return get(id);
    }

    public LegalHold get(UUID id) {
        return table.find(id).orElseThrow(LegalHoldException::unknown);
    }

    /** Newest first, those before one. */
    public List<LegalHold> list(boolean inForce, @Nullable UUID before, int limit) {
        return table.list(inForce, before, limit);
    }
}
