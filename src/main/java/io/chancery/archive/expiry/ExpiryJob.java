package io.chancery.archive.expiry;

import io.chancery.archive.retention.Actor;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.AuditEntry;
import io.chancery.platform.audit.AuditLog;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.work.ShardLeases;
import io.chancery.platform.work.Transactions;
import io.chancery.platform.work.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goes on with whatever has been proposed or approved, and proposes once a month what is due by itself. */
@ApplicationScoped
public class ExpiryJob {

    static final String NAME = "expiry";
    static final Actor ACTOR = new Actor(null, NAME);

    /** After a restart, or when another node has taken the order. */
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final ExpiryWork work;
    private final Expiries expiries;
    private final Transactions transactions;
    private final ShardLeases leases;
    private final AuditLog audit;
    private @Nullable WorkLoop loop;

    ExpiryJob(ExpiryWork work, Expiries expiries, Transactions transactions, ShardLeases leases, AuditLog audit) {
        this.work = work;
        this.expiries = expiries;
        this.transactions = transactions;
        this.leases = leases;
        this.audit = audit;
    }

    void start(@Observes StartupEvent event) {
        loop = WorkLoop.start(NAME, INTERVAL, () -> transactions.call(work::step));
    }

    void stop(@Observes ShutdownEvent event) {
        if (loop != null) {
            loop.close();
        }
    }

    /** Says that there is something to do. */
    public void wake() {
        if (loop != null) {
            loop.wake();
        }
    }

    /** On the one node that has the first shard; a proposal that still waits for a person is enough. */
    @Scheduled(cron = "{chancery.archive.retention.cron:0 23 4 2 * ?}")
    void monthly() {
        if (leases.owned().contains(0)) {
            transactions.run(this::propose);
            wake();
        }
    }

    private void propose() {
        if (expiries.findOpen().isEmpty()) {
            var expiry = expiries.propose(ACTOR);
            audit.append(
                    AuditEntry.Actor.job(NAME),
                    new AuditEntry.Act(
                            AuditAction.STARTED, SubjectKind.EXPIRY, expiry.id().toString(), Map.of()));
        }
    }
}
