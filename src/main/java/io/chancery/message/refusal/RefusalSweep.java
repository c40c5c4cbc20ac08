package io.chancery.message.refusal;

import io.chancery.dispatch.DeliveryListener;
import io.chancery.dispatch.SettledDelivery;
import io.chancery.message.plan.Withdrawals;
import io.chancery.message.plan.Withdrawals.Ending;
import io.chancery.platform.work.Transactions;
import io.chancery.vocabulary.event.OptedOut;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/**
 * Ends what waits, wherever it does, when its reader refuses it: it is skipped, as if it were only rendered now, and the
 * plan goes on. What is being handed over goes its way, but is not tried again.
 */
@ApplicationScoped
class RefusalSweep implements DeliveryListener {

    private final RefusalTable table;
    private final Refused refused;
    private final Withdrawals withdrawals;
    private final Transactions transactions;
    private final Clock clock;

    RefusalSweep(RefusalTable table, Refused refused, Withdrawals withdrawals, Transactions transactions, Clock clock) {
        this.table = table;
        this.refused = refused;
        this.withdrawals = withdrawals;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** In the transaction that puts the refusal on record: once that is acknowledged, no hand-over begins. */
    void on(@Observes OptedOut event) {
        var customers = event.refusals().stream()
                .map(refusal -> refusal.declarant().customerId())
                .distinct()
                .toList();
        table.note(end(table.waiting(customers, clock.instant())));
    }

    /** What was being handed over when it was refused could not be taken over. */
    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void deferred(List<UUID> deliveryIds) {
        table.note(end(table.take(deliveryIds)));
    }

    @Override
    public void settled(List<SettledDelivery> deliveries) {
        // What has ended needs no other end.
    }

    /** Lets go of attempts that have ended, and of those whose reader has changed their mind. */
    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookAgain() {
        transactions.run(() -> {
            // The queue is locked before the notes, as it is where an attempt is closed.
            var over = new HashSet<>(table.noted());
            over.removeAll(end(over));
            table.take(over);
        });
    }

    /** Ends those that their readers refuse, and returns those of them whose hand-over has begun. */
    private List<UUID> end(Collection<UUID> deliveryIds) {
        var endings = refused.among(deliveryIds);
        if (endings.isEmpty()) {
            return List.of();
        }
        var ended = withdrawals.withdraw(endings);
        return endings.stream()
                .map(Ending::id)
                .filter(id -> !ended.contains(id))
                .toList();
    }
}
