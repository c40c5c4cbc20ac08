package io.chancery.message.person;

import io.chancery.archive.Archive;
import io.chancery.archive.Delivery;
import io.chancery.message.plan.Withdrawals;
import io.chancery.message.plan.Withdrawals.Ending;
import io.chancery.message.store.MessageEntity;
import io.chancery.message.store.MessageRepository;
import io.chancery.platform.Sql;
import io.chancery.platform.person.OnTheWay;
import io.chancery.platform.person.Person;
import io.chancery.platform.person.Wait;
import io.chancery.vocabulary.DeliveryStatus;
import io.chancery.vocabulary.EventKind;
import io.chancery.vocabulary.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Messages and copies to a person that have not ended, and copies to others of messages to the person, which could not be
 * made any more when the data of these are gone.
 */
@ApplicationScoped
class OpenMessages implements OnTheWay {

    private static final String OPEN = """
            select id from (
                select id, status from delivery where customer_id = any (?)
                union select delivery.id, status from message join delivery on delivery.message_id = message.id
                    where message.customer_id = any (?)) as theirs
            where status in ('accepted', 'rendered', 'queued', 'sending', 'held', 'uncertain') order by id
            """;

    private final Sql sql;
    private final Archive archive;
    private final MessageRepository messages;
    private final Withdrawals withdrawals;

    OpenMessages(Sql sql, Archive archive, MessageRepository messages, Withdrawals withdrawals) {
        this.sql = sql;
        this.archive = archive;
        this.messages = messages;
        this.withdrawals = withdrawals;
    }

    @Override
    public void callOff(Person person) {
        var open = open(person);
        if (!open.isEmpty()) {
            var byId = messages
                    .findAll(open.stream().map(Delivery::messageId).distinct().toList())
                    .stream()
                    .collect(Collectors.toMap(message -> message.id, message -> message));
            withdrawals.withdraw(open.stream()
                    .flatMap(delivery ->
                            Stream.ofNullable(byId.get(delivery.messageId())).map(message -> ending(message, delivery)))
                    .toList());
        }
    }

    /** What the provider may have is not on record as called off in time. */
    private static Ending ending(MessageEntity message, Delivery delivery) {
        var reason = delivery.status() == DeliveryStatus.UNCERTAIN ? Reason.HANDOVER_UNKNOWN : Reason.CANCELLED;
        return new Ending(message, delivery, EventKind.CANCELLED, reason);
    }

    @Override
    public List<Wait> left(Person person) {
        var open = open(person);
        long uncertain = open.stream()
                .filter(delivery -> delivery.status() == DeliveryStatus.UNCERTAIN)
                .count();
        var waits = new ArrayList<Wait>();
        if (uncertain > 0) {
            waits.add(new Wait(
                    "uncertain",
                    uncertain,
                    "Sendungen, von denen niemand weiß, ob der Dienstleister sie hat. Der nächste Anlauf ruft sie ab, was"
                            + " alle 10 Sekunden geschieht. Bleiben sie, fragt der Betrieb den Dienstleister und bestätigt"
                            + " oder storniert sie (/api/v1/holds, Grund handover-unknown).",
                    "Deliveries of which nobody knows whether the provider has them. The next attempt, every 10 seconds,"
                            + " calls them off. If they stay, an operator asks the provider, and confirms or cancels them"
                            + " (/api/v1/holds, reason handover-unknown)."));
        }
        if (open.size() > uncertain) {
            waits.add(new Wait(
                    "handover",
                    open.size() - uncertain,
                    "Sendungen, die gerade übergeben werden und sich nicht zurückrufen lassen. Nichts zu tun: Sie enden von"
                            + " selbst, und danach wird gelöscht.",
                    "Deliveries that are being handed over and cannot be called back. Nothing to do: they end by themselves,"
                            + " and then the erasure goes on."));
        }
        return waits;
    }

    private List<Delivery> open(Person person) {
        return archive.findDeliveries(sql.run(OPEN, statement -> {
            Sql.setUuids(statement, 1, person.customers().stream());
            Sql.setUuids(statement, 2, person.customers().stream());
            return Sql.rows(statement, row -> row.getObject(1, UUID.class));
        }));
    }
}
