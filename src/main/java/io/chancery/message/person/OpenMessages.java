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
import io.chancery.vocabulary.EventKind;
import io.chancery.vocabulary.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Messages and copies to a person that have not ended. */
@ApplicationScoped
class OpenMessages implements OnTheWay {

    private static final String OPEN = """
            select id from delivery where customer_id = any (?)
                and status in ('accepted', 'rendered', 'queued', 'sending', 'held', 'uncertain') order by id
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
    public boolean callOff(Person person) {
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
        return open(person).isEmpty();
    }

    private static Ending ending(MessageEntity message, Delivery delivery) {
        return new Ending(message, delivery, EventKind.CANCELLED, Reason.CANCELLED);
    }

    private List<Delivery> open(Person person) {
        return archive.findDeliveries(sql.run(OPEN, statement -> {
            Sql.setUuids(statement, 1, person.customers().stream());
            return Sql.rows(statement, row -> row.getObject(1, UUID.class));
        }));
    }
}
