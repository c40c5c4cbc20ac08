package io.chancery.message.plan;

import io.chancery.archive.Archive;
import io.chancery.archive.Delivery;
import io.chancery.message.store.DeadlineTable;
import io.chancery.message.store.MessageRepository;
import io.chancery.platform.work.Transactions;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Looks after deliveries when their time is over: that of the message, or that of their channel in the plan. */
@ApplicationScoped
class Deadlines {

    /** An attempt under way may fail for now, and then its time counts. */
    private static final Duration LOOKED_AT_AGAIN = Duration.ofSeconds(10);

    private final DeadlineTable deadlines;
    private final MessageRepository messages;
    private final Archive archive;
    private final Overdue overdue;
    private final Transactions transactions;
    private final Clock clock;

    Deadlines(
            DeadlineTable deadlines,
            MessageRepository messages,
            Archive archive,
            Overdue overdue,
            Transactions transactions,
            Clock clock) {
        this.deadlines = deadlines;
        this.messages = messages;
        this.archive = archive;
        this.overdue = overdue;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Looks after what is due, seconds late at most. Each in a transaction of its own, which waits for nobody while others wait for it. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void enforce() {
        boolean more = true;
        while (more) {
            more = transactions.call(this::enforceNext);
        }
    }

    private boolean enforceNext() {
        var due = deadlines.take(clock.instant());
        due.map(List::of).map(archive::findDeliveries).stream()
                .flatMap(List::stream)
                .filter(this::isUnderWay)
                .forEach(delivery ->
                        deadlines.add(List.of(delivery.id()), clock.instant().plus(LOOKED_AT_AGAIN)));
        return due.isPresent();
    }

    /** Whether a delivery has to be looked at again, because only the end of its attempt decides. */
    private boolean isUnderWay(Delivery delivery) {
        var message = messages.findByIdOptional(delivery.messageId()).orElseThrow();
        boolean expired = message.expiresAt != null && !message.expiresAt.isAfter(clock.instant());
        return expired ? overdue.expire(message, delivery) : overdue.giveWay(message, delivery);
    }
}
