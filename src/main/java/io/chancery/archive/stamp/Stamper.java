package io.chancery.archive.stamp;

import io.chancery.archive.log.Hash;
import io.chancery.archive.log.note.SignedNote;
import io.chancery.archive.log.time.TimeStampException;
import io.chancery.archive.log.time.TimeStampQuery;
import io.chancery.archive.seal.CheckpointTable;
import io.chancery.archive.seal.CheckpointTable.Row;
import io.chancery.platform.work.Transactions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Has the newest checkpoint stamped when that is due. Whatever the authority does or leaves undone, the log goes on: it is
 * asked again for the checkpoint that is the newest then.
 */
@ApplicationScoped
class Stamper {

    private static final Logger LOG = Logger.getLogger(Stamper.class);
    /** An authority whose clock, or ours, is off by more says nothing that we want to keep. */
    private static final Duration TOLERANCE = Duration.ofHours(1);

    private final CheckpointTable checkpoints;
    private final AuthorityExchange exchange;
    private final TrustedAuthorities trusted;
    private final StampConfig config;
    private final Transactions transactions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    /** How often in a row it has failed. */
    private final AtomicInteger failures = new AtomicInteger();

    Stamper(
            CheckpointTable checkpoints,
            AuthorityExchange exchange,
            TrustedAuthorities trusted,
            StampConfig config,
            Transactions transactions,
            Clock clock) {
        this.checkpoints = checkpoints;
        this.exchange = exchange;
        this.trusted = trusted;
        this.config = config;
        this.transactions = transactions;
        this.clock = clock;
    }

    void watch(MeterRegistry registry) {
        Gauge.builder("chancery.archive.timestamp.failures", failures, AtomicInteger::get)
                .description("How often in a row the time-stamping authority gave no time-stamp that holds")
                .register(registry);
    }

    /** Asks, if it is due. */
    void step() throws InterruptedException {
        var due = transactions.call(() -> checkpoints.last().filter(this::isDue));
        if (due.isEmpty()) {
            return;
        }
        try {
            stamp(due.get());
            if (failures.getAndSet(0) > 0) {
                LOG.info("The time-stamping authority gives time-stamps again");
            }
        } catch (AuthorityException | TimeStampException e) {
            if (failures.getAndIncrement() == 0) {
                LOG.warnf("Checkpoints get no time-stamps for now; it is tried again. %s", e.getMessage());
            } else {
                LOG.debugf("Again no time-stamp: %s", e.getMessage());
            }
        }
    }

    private boolean isDue(Row newest) {
        return checkpoints
                .lastStamped()
                .map(last -> last.no() < newest.no() && isOver(last.askedAt()))
                .orElse(true);
    }

    /** A clock that was ahead once must not keep it from being asked until then. */
    private boolean isOver(Instant askedAt) {
        var now = clock.instant();
        return now.isBefore(askedAt) || !now.isBefore(askedAt.plus(config.every()));
    }

    private void stamp(Row checkpoint) throws InterruptedException {
        var hash = SignedNote.parse(checkpoint.note()).hash();
        var askedAt = clock.instant();
        var token = verified(hash);
        if (!transactions.call(() -> checkpoints.insertTimeStamp(checkpoint.no(), token, askedAt))) {
            LOG.debugf("Checkpoint %d was followed by another one before it was stamped", checkpoint.no());
        }
    }

    private byte[] verified(Hash hash) throws InterruptedException {
        var query = TimeStampQuery.of(hash, config.policy().orElse(null), random);
        var token = query.token(exchange.ask(query.bytes()));
        var stamp = trusted.find().orElseThrow().verify(token, hash);
        requireNow(stamp.at());
        return token;
    }

    private void requireNow(Instant at) {
        if (Duration.between(at, clock.instant()).abs().compareTo(TOLERANCE) > 0) {
            throw new AuthorityException("Its clock and ours differ by more than an hour: it says " + at);
        }
    }

    int failures() {
        return failures.get();
    }
}
