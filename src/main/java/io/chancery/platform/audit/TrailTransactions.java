package io.chancery.platform.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * Writes the entry about a change into the transaction of the change: the first one of the call that changes something. If
 * it is rolled back, the entry has never been; if the entry cannot be written, the change does not happen.
 */
@ApplicationScoped
class TrailTransactions {

    private final AuditLog log;
    private final TransactionSynchronizationRegistry registry;

    TrailTransactions(AuditLog log, TransactionSynchronizationRegistry registry) {
        this.log = log;
        this.registry = registry;
    }

    /** Fired for each transaction of the application server that begins, whoever begins it. */
    void begun(@Observes @Initialized(TransactionScoped.class) Object transaction) {
        AuditTrail.current()
                .filter(trail -> !trail.isLook())
                .ifPresent(trail -> registry.registerInterposedSynchronization(new Ending(trail)));
    }

    private final class Ending implements Synchronization {

        private final AuditTrail trail;
        private boolean written;

        Ending(AuditTrail trail) {
            this.trail = trail;
        }

        /** Runs after Hibernate's own, which is not interposed: what entities have changed is written by then. */
        @Override
        public void beforeCompletion() {
            if (!trail.isRecorded()) {
                written = log.appendIfChanged(trail.actor(), trail.act());
            }
        }

        @Override
        public void afterCompletion(int status) {
            if (written && status == Status.STATUS_COMMITTED) {
                trail.recorded();
            }
        }
    }
}
