package io.chancery.archive.person;

import io.chancery.archive.person.OrderTable.Order;
import io.chancery.platform.person.OnTheWay;
import io.chancery.platform.person.Person;
import io.chancery.platform.person.PersonIndex;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Carries out what was ordered, in one transaction: a node that dies in the middle has erased nothing, and another goes on
 * from the order. While anything is being handed over, which cannot be called back, it waits.
 */
@ApplicationScoped
class Erasing {

    /** A person may have got very much. */
    private static final int LIMIT_SECONDS = 600;

    private final OrderTable orders;
    private final PersonIndex index;
    private final List<OnTheWay> onTheWay;
    private final Erasable erasable;
    private final Forgetting forgetting;
    private final Accomplished accomplished;

    Erasing(
            OrderTable orders,
            PersonIndex index,
            @All List<OnTheWay> onTheWay,
            Erasable erasable,
            Forgetting forgetting,
            Accomplished accomplished) {
        this.orders = orders;
        this.index = index;
        this.onTheWay = onTheWay;
        this.erasable = erasable;
        this.forgetting = forgetting;
        this.accomplished = accomplished;
    }

    /** Goes on with an order; nothing happens if somebody else has carried it out. */
    void goOn(UUID orderId) {
        var touched = QuarkusTransaction.requiringNew()
                .timeout(LIMIT_SECONDS)
                .call(() -> orders.lock(orderId).map(this::step).orElse(List.of()));
        forgetting.forgetKeys(touched);
    }

    /** The customers whose keys are gone. */
    private List<UUID> step(Order order) {
        var person = index.find(order.customerId()).orElseThrow();
        orders.keepOut(person.customers());
        boolean ended = true;
        for (var feature : onTheWay) {
            ended &= feature.callOff(person);
        }
        if (!ended) {
            return List.of();
        }
        if (order.erasedAt() == null) {
            erase(order, person);
        } else {
            forgetting.sweep(person, accomplished.get(person.id()));
            orders.delete(order.id());
        }
        return person.customers();
    }

    private void erase(Order order, Person person) {
        // With those who make a hold, so that it is seen, or comes after us and finds nobody.
        orders.lockHolds();
        var now = accomplished.now();
        var erased = forgetting.forget(person, order, erasable.split(person), now);
        accomplished.tell(erased);
        orders.erased(order.id(), now);
    }
}
