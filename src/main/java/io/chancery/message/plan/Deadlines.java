package io.chancery.message.plan;

import io.chancery.archive.Archive;
import io.chancery.archive.Delivery;
import io.chancery.message.store.DeadlineTable;
import io.chancery.message.store.MessageRepository;
import io.chancery.platform.work.Transactions;
import io.chancery.vocabulary.DeliveryStatus;
import io.chancery.vocabulary.EventKind;
import io.chancery.vocabulary.Reason;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Ends what has not been handed over by the date after which the message must not go out, however it waits. */
@ApplicationScoped
class Deadlines {

    /** An attempt under way may fail for now, and then the date counts. */
    private static final Duration LOOKED_AT_AGAIN = Duration.ofSeconds(10);

    private final DeadlineTable deadlines;
    private final MessageRepository messages;
    private final Archive archive;
    private final Withdrawals withdrawals;
    private final Transactions transactions;
    private final Clock clock;

    Deadlines(
            DeadlineTable deadlines,
            MessageRepository messages,
            Archive archive,
            Withdrawals withdrawals,
            Transactions transactions,
            Clock clock) {
        this.deadlines = deadlines;
        this.messages = messages;
        this.archive = archive;
        this.withdrawals = withdrawals;
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
                .filter(delivery -> !delivery.status().isFinal())
                .forEach(this::expire);
        return due.isPresent();
    }

    private void expire(Delivery delivery) {
        var message = messages.findByIdOptional(delivery.messageId()).orElseThrow();
        boolean expired = !withdrawals
                .withdraw(message, List.of(delivery), EventKind.EXPIRED, Reason.EXPIRED)
                .isEmpty();
        if (!expired && delivery.status() != DeliveryStatus.UNCERTAIN) {
            deadlines.add(List.of(delivery.id()), clock.instant().plus(LOOKED_AT_AGAIN));
        }
    }
}
