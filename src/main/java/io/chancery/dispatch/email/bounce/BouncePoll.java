package io.chancery.dispatch.email.bounce;

import io.chancery.dispatch.email.bounce.Finding.NotUnderstood;
import io.chancery.dispatch.email.bounce.Finding.Unsigned;
import io.chancery.platform.work.ShardLeases;
import io.chancery.platform.work.Transactions;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/** Looks into the bounce mailbox, if there is one: on the node that has the first shard, so that only one does. */
@ApplicationScoped
class BouncePoll {

    /** What the scheduler calls it. */
    static final String ROUND = "bounces";

    static final String PROCESSED = "processed";
    static final String UNKNOWN = "unknown";

    private static final Logger LOG = Logger.getLogger(BouncePoll.class);
    private static final int SHARD = 0;

    private final BounceConfig config;
    private final BounceMailbox mailbox;
    private final BounceDesk desk;
    private final SoftBounces softBounces;
    private final ShardLeases leases;
    private final Transactions transactions;

    BouncePoll(
            BounceConfig config,
            BounceMailbox mailbox,
            BounceDesk desk,
            SoftBounces softBounces,
            ShardLeases leases,
            Transactions transactions) {
        this.config = config;
        this.mailbox = mailbox;
        this.desk = desk;
        this.softBounces = softBounces;
        this.leases = leases;
        this.transactions = transactions;
    }

    @Scheduled(
            identity = ROUND,
            every = "{chancery.dispatch.email.bounces.interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        if (config.host().isEmpty() || !isOurs()) {
            return;
        }
        softBounces.forget();
        var round = new Round();
        try {
            mailbox.show(round);
        } catch (MessagingException | IOException | IllegalStateException unreachable) {
            LOG.warnf("The bounce mailbox could not be read: %s", unreachable.getMessage());
        }
        round.report();
    }

    private boolean isOurs() {
        return leases.owned().contains(SHARD);
    }

    /** One look into the mailbox. */
    private final class Round implements BounceMailbox.Clerk {

        private final Map<String, Integer> counts = new TreeMap<>();
        private boolean stopped;

        @Override
        public Optional<String> take(byte[] mail, Instant arrived) {
            try {
                var finding = desk.take(mail, arrived);
                count(finding.getClass().getSimpleName());
                boolean open = finding instanceof NotUnderstood || finding instanceof Unsigned;
                return Optional.of(open ? UNKNOWN : PROCESSED);
            } catch (RuntimeException notRecorded) {
                LOG.warn("A mail in the bounce mailbox could not be recorded and will be read again", notRecorded);
                count("Failed");
                stopped = !transactions.arePossible();
                return Optional.empty();
            }
        }

        @Override
        public boolean isStopped() {
            return stopped || !isOurs();
        }

        private void count(String what) {
            counts.merge(what, 1, Integer::sum);
        }

        private void report() {
            if (!counts.isEmpty()) {
                LOG.infof("Read in the bounce mailbox: %s", counts);
            }
        }
    }
}
