package io.chancery.archive.blob;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.jboss.logging.Logger;

/**
 * Deletes objects that no row names: those whose rows have expired, and those that a failed transaction has left behind.
 * Piece by piece, each in the caller's transaction; what is done twice is done once.
 */
@ApplicationScoped
class Sweep {

    private static final Logger LOG = Logger.getLogger(Sweep.class);
    static final int AT_ONCE = 1_000;
    /** The row of a younger one may still come: no transaction is open for so long. */
    static final Duration AGE = Duration.ofDays(1);
    /** When one is tried again whose lock does not say how long it lasts. */
    private static final Duration PAUSE = Duration.ofDays(1);

    private final Blobs blobs;
    private final DeletionQueue queue;
    private final Clock clock;
    private final Duration every;

    Sweep(Blobs blobs, DeletionQueue queue, BlobConfig config, Clock clock) {
        this.blobs = blobs;
        this.queue = queue;
        this.clock = clock;
        every = config.s3().sweepEvery();
    }

    /** The next piece; whether there was any. */
    boolean step() {
        return blobs.objects()
                .map(objects -> delete(objects) || search(objects))
                .orElse(false);
    }

    private boolean delete(ObjectStore objects) {
        var names = queue.take(clock.instant(), AT_ONCE);
        if (names.isEmpty()) {
            return false;
        }
        var locked = objects.delete(names, clock.instant().plus(PAUSE));
        queue.remove(names.stream().filter(name -> !locked.containsKey(name)).toList());
        // Never at once again, whatever the store says.
        var earliest = clock.instant().plus(1, ChronoUnit.HOURS);
        locked.forEach((name, until) -> queue.postpone(name, until.isBefore(earliest) ? earliest : until));
        locked.values().stream()
                .min(Comparator.naturalOrder())
                .ifPresent(first -> LOG.warnf(
                        "%d objects that no row names are under lock, or not ours to delete; the first is tried again on %s",
                        locked.size(), first));
        return true;
    }

    private boolean search(ObjectStore objects) {
        var now = clock.instant();
        var reached = queue.reached(now);
        if (reached.isEmpty()) {
            return false;
        }
        var found = objects.list(reached.get(), AT_ONCE);
        var old = found.stream()
                .filter(object -> object.written().isBefore(now.minus(AGE)))
                .flatMap(object -> BlobName.ofPath(object.key()).stream())
                .toList();
        int unnamed = old.isEmpty() ? 0 : queue.addUnnamed(old, now);
        if (unnamed > 0) {
            LOG.infof("%d objects that no row names will be deleted", unnamed);
        }
        if (found.size() == AT_ONCE) {
            queue.reach(found.get(found.size() - 1).key(), now);
        } else {
            queue.reach("", now.plus(every));
        }
        return true;
    }
}
