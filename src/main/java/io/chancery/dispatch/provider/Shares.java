package io.chancery.dispatch.provider;

import io.chancery.dispatch.Providers.Cause;
import io.chancery.dispatch.Providers.Move;
import io.chancery.dispatch.handover.Outlet;
import io.chancery.dispatch.provider.ShareTable.Change;
import io.chancery.vocabulary.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Keeps each provider's points: a step away when it errs or is slow, a step back after a while without a change. The points
 * are the same on all nodes; what a node sees is its own.
 */
@ApplicationScoped
public class Shares {

    private static final Logger LOG = Logger.getLogger(Shares.class);

    private final ShareTable table;
    private final Slowness slowness;
    private final ShareConfig config;
    private final Clock clock;
    private final Set<Channel> enrolled = new HashSet<>();

    Shares(ShareTable table, Slowness slowness, ShareConfig config, Clock clock) {
        this.table = table;
        this.slowness = slowness;
        this.config = config;
        this.clock = clock;
    }

    /** Looks after the providers of one channel. With a single one there is nothing to share. */
    public synchronized void keep(Channel channel, List<Outlet> outlets, long nanoTime) {
        if (outlets.size() < 2) {
            return;
        }
        if (enrolled.add(channel)) {
            table.enroll(channel, outlets.stream().map(Outlet::profile).toList());
        }
        outlets.forEach(outlet -> adjust(channel, outlet, nanoTime));
        var points = table.points(channel);
        outlets.forEach(outlet -> outlet.give(
                points.getOrDefault(outlet.profile().name(), outlet.profile().weight())));
    }

    private void adjust(Channel channel, Outlet outlet, long nanoTime) {
        var now = clock.instant();
        if (hasErred(outlet, nanoTime)) {
            takeAway(channel, outlet, Cause.ERRS, now);
            outlet.failures().forget();
        } else if (isSlow(outlet, now)) {
            takeAway(channel, outlet, Cause.SLOW, now);
        } else if (table.add(
                channel,
                outlet.profile(),
                new Change(config.step(), Cause.RETURNS, now),
                now.minus(config.returnAfter()))) {
            LOG.infof("Provider %s gets more again", outlet);
        }
    }

    private void takeAway(Channel channel, Outlet outlet, Cause cause, Instant now) {
        if (table.add(
                channel, outlet.profile(), new Change(-config.step(), cause, now), now.minus(config.errorPeriod()))) {
            LOG.warnf("Provider %s gets less: it %s", outlet, cause == Cause.SLOW ? "is slow" : "errs");
        }
    }

    private boolean hasErred(Outlet outlet, long nanoTime) {
        return outlet.failures().since(nanoTime - config.errorPeriod().toNanos()) >= config.errors();
    }

    private boolean isSlow(Outlet outlet, Instant now) {
        var sample = outlet.sample().since(now.minus(config.slowPeriod()));
        return !sample.isEmpty() && slowness.of(sample, config.slowAfter(), now).isSlow(config.slowPart());
    }

    /** When and why a provider's points changed last. */
    public Optional<Move> lastMove(Channel channel, String provider) {
        return table.lastMove(channel, provider);
    }
}
