package io.chancery.archive.person;

import io.chancery.archive.person.ErasureRecord.Asked;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.person.Person;
import io.chancery.vocabulary.ConsentDeclared;
import io.chancery.vocabulary.ConsentDeclared.Declarant;
import io.chancery.vocabulary.ConsentDeclared.Evidence;
import io.chancery.vocabulary.ConsentDeclared.Scope;
import io.chancery.vocabulary.ConsentDeclared.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/** Where erasures are asked for and looked at. */
@ApplicationScoped
class ErasureDesk {

    private final Persons persons;
    private final OrderTable orders;
    private final Erasures erasures;
    private final Erasable erasable;
    private final Event<ConsentDeclared.Batch> declared;
    private final IdGenerator ids;

    ErasureDesk(
            Persons persons,
            OrderTable orders,
            Erasures erasures,
            Erasable erasable,
            Event<ConsentDeclared.Batch> declared,
            IdGenerator ids) {
        this.persons = persons;
        this.orders = orders;
        this.erasures = erasures;
        this.erasable = erasable;
        this.declared = declared;
        this.ids = ids;
    }

    /** @throws PersonException if this leads to nobody */
    Person person(String ucid) {
        return persons.find(ucid);
    }

    /** How it stands, or what it would be. */
    @Transactional
    ErasureView look(Person person) {
        var erased = erasures.find(person.id());
        if (erased.isPresent()) {
            return ErasureView.of(erased.get());
        }
        var report = erasable.split(person).report();
        return orders.find(person.id())
                .map(order -> ErasureView.waiting(order, person.ucid(), report))
                .orElseGet(() -> ErasureView.preview(person.ucid(), report));
    }

    /**
     * Orders that a person is erased. From here on nothing is sent to them, whatever the law allows.
     *
     * @return the order; the one that stands if it was ordered before
     */
    @Transactional
    OrderTable.Order order(Person person, Asked asked) {
        orders.insert(ids.next(), person.id(), asked);
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
