package io.chancery.archive.person;

import io.chancery.archive.DataProtection.ErasureView;
import io.chancery.archive.person.ErasureRecord.Asked;
import io.chancery.archive.person.order.OrderTable;
import io.chancery.archive.person.order.OrderTable.Order;
import io.chancery.archive.person.order.OrderTable.Trouble;
import io.chancery.archive.person.report.Erasable;
import io.chancery.platform.person.Person;
import io.chancery.platform.person.Wait;
import io.chancery.vocabulary.ConsentDeclared;
import io.chancery.vocabulary.ConsentDeclared.Declarant;
import io.chancery.vocabulary.ConsentDeclared.Evidence;
import io.chancery.vocabulary.ConsentDeclared.Scope;
import io.chancery.vocabulary.ConsentDeclared.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where erasures are asked for and looked at. */
@ApplicationScoped
public class ErasureDesk {

    private final Persons persons;
    private final OrderTable orders;
    private final Erasures erasures;
    private final Erasable erasable;
    private final Sendings sendings;
    private final Event<ConsentDeclared.Batch> declared;

    ErasureDesk(
            Persons persons,
            OrderTable orders,
            Erasures erasures,
            Erasable erasable,
            Sendings sendings,
            Event<ConsentDeclared.Batch> declared) {
        this.persons = persons;
        this.orders = orders;
        this.erasures = erasures;
        this.erasable = erasable;
        this.sendings = sendings;
        this.declared = declared;
    }

    /** @throws PersonException if this leads to nobody */
    public Person person(String ucid) {
        return persons.find(ucid);
    }

    /** How it stands, or what it would be. */
    @Transactional
    public ErasureView look(Person person) {
        var erased = erasures.find(person.id());
        if (erased.isPresent()) {
            return ErasureView.of(erased.get());
        }
        var report = erasable.split(person).report();
        return orders.find(person.id())
                .map(order -> ErasureView.waiting(order, person.ucid(), report, waits(order, person)))
                .orElseGet(() -> ErasureView.preview(person.ucid(), report));
    }

    private List<Wait> waits(Order order, Person person) {
        var left = new ArrayList<>(sendings.left(person));
        long holds = orders.holdsBeingPlaced();
        if (holds > 0) {
            left.add(placing(holds));
        }
        var trouble = order.trouble();
        if (trouble != null) {
            left.add(failed(order, trouble));
        }
        return left;
    }

    private static Wait placing(long holds) {
        return new Wait(
                "legalHold",
                holds,
                "Löschsperren, die noch gesetzt werden: Erst danach steht fest, was bleiben muss. Nichts zu tun.",
                "Legal holds that are still being placed: what has to be kept is known only after that. Nothing to do.");
    }

    private static Wait failed(Order order, Trouble trouble) {
        return new Wait(
                "failure",
                trouble.failures(),
                ("So oft ist die Löschung gescheitert, zuletzt um %s. Sie wird alle 10 Sekunden wieder versucht; hilft das nicht,"
                                + " muss der Betrieb im Log nach %s sehen.")
                        .formatted(trouble.at(), order.id()),
                ("So often the erasure has failed, last at %s. It is tried again every 10 seconds; if that does not help, an"
                                + " operator has to look for %s in the log.")
                        .formatted(trouble.at(), order.id()));
    }

    /**
     * Orders that a person is erased. From here on nothing is sent to them, whatever the law allows.
     *
     * @return the order; the one that stands if it was ordered before
     */
    @Transactional
    public Order order(Person person, Asked asked) {
        orders.insert(person.id(), asked);
        var evidence = new Evidence("erasure", "", Map.of());
        declared.fire(new ConsentDeclared.Batch(List.of(new ConsentDeclared(
                new Declarant(person.id(), null),
                Scope.EVERYTHING,
                Status.RESTRICTED,
                asked.at(),
                null,
                List.of(),
                evidence))));
        return orders.find(person.id()).orElseThrow();
    }
}
