package io.chancery.message.run.work;

import io.chancery.archive.Archive;
import io.chancery.message.plan.Withdrawals;
import io.chancery.message.store.MessageRepository;
import io.chancery.platform.work.Transactions;
import io.chancery.vocabulary.EventKind;
import io.chancery.vocabulary.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Calls messages off, as far as they have not been handed over. */
@ApplicationScoped
class Recall {

    private final MessageRepository messages;
    private final Archive archive;
    private final Withdrawals withdrawals;
    private final Transactions transactions;

    Recall(MessageRepository messages, Archive archive, Withdrawals withdrawals, Transactions transactions) {
        this.messages = messages;
        this.archive = archive;
        this.withdrawals = withdrawals;
        this.transactions = transactions;
    }

    /** Each in a transaction of its own, which waits for nobody while others wait for it. */
    void recall(UUID messageId) {
        transactions.run(() -> {
            var deliveries = archive.deliveries(List.of(messageId)).getOrDefault(messageId, List.of());
            withdrawals.withdraw(messages.findById(messageId), deliveries, EventKind.CANCELLED, Reason.CANCELLED);
        });
    }
}
