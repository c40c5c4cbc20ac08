package io.chancery.archive.person;

import io.chancery.archive.person.order.OrderTable;
import io.chancery.archive.person.order.OrderTable.Order;
import io.chancery.archive.person.order.Remembrance;
import io.chancery.archive.person.report.Erasable;
import io.chancery.platform.person.Person;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jboss.logging.Logger;

/**
 * Carries out what was ordered, each of its steps in one transaction: a node that dies in the middle has done nothing of the
 * step, and another goes on from the order. The first calls off what waits, until nothing is left that is being handed over; the
 * second erases, once it is known of all legal holds what they are on; the third, minutes later, sweeps out what came in for the
 * person at that moment, and ends the order.
 */
@ApplicationScoped
public class Erasing {

    private static final Logger LOG = Logger.getLogger(Erasing.class);

    /** A person may have got very much. */
    private static final int LIMIT_SECONDS = 600;

    private final OrderTable orders;
    private final Remembrance remembrance;
    private final Sendings sendings;
    private final Erasable erasable;
    private final Forgetting forgetting;
    private final Accomplished accomplished;

    Erasing(
            OrderTable orders,
            Remembrance remembrance,
            Sendings sendings,
            Erasable erasable,
            Forgetting forgetting,
            Accomplished accomplished) {
        this.orders = orders;
        this.remembrance = remembrance;
        this.sendings = sendings;
        this.erasable = erasable;
        this.forgetting = forgetting;
        this.accomplished = accomplished;
    }

    /**
     * Goes on with an order; nothing happens if somebody else has carried it out. If it fails, the order stands and says so,
     * and it is tried again.
     */
    public void goOn(UUID orderId) {
        try {
            // By itself: while it waits, nobody who decides who is who is to wait for it.
            if (inOneGo(() -> orders.lock(orderId).map(this::callOff).orElse(false))) {
                forgetting.forgetKeys(
                        inOneGo(() -> orders.lock(orderId).map(this::step).orElse(List.of())));
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "Erasure %s could not be carried out", orderId);
            QuarkusTransaction.requiringNew().run(() -> orders.failed(orderId, accomplished.now()));
        }
    }

    private static <T> T inOneGo(Callable<T> work) {
        return QuarkusTransaction.requiringNew().timeout(LIMIT_SECONDS).call(work);
    }

    private boolean callOff(Order order) {
        return sendings.callOff(remembrance.find(order));
    }

    /** The customers whose keys are gone. */
    private List<UUID> step(Order order) {
        var person = remembrance.lock(order);
        if (!sendings.callOff(person)) {
            return List.of();
        }
        if (order.erasedAt() == null) {
            return erase(order, person) ? person.customers() : List.of();
        }
        sweep(order, person);
        return person.customers();
    }

    /** Whether it could be done. */
    private boolean erase(Order order, Person person) {
        // With those who make a hold, so that it is seen, or comes after us and finds nobody.
        if (!orders.lockHolds()) {
            return false;
        }
        var split = erasable.split(person);
        var erased = accomplished.record(person, order, split);
        forgetting.forget(person, split.kept(), split.gone());
        orders.erased(order.id(), erased.erasedAt(), remembrance.seal(order.id(), person));
        return true;
    }

    private void sweep(Order order, Person person) {
        var kept = accomplished.get(person.id()).kept();
        var split = erasable.split(person);
        var gone = new HashSet<>(split.gone());
        gone.addAll(split.kept());
        kept.forEach(gone::remove);
        forgetting.forget(person, kept, gone);
        sendings.deleteFiles(gone);
        orders.delete(order.id());
    }
}
