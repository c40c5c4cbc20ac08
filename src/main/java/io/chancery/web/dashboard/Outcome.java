package io.chancery.web.dashboard;

import io.chancery.message.Volumes.Speed;
import io.chancery.message.Volumes.Tally;
import io.chancery.vocabulary.EventKind;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** What the deliveries of one channel, template or purpose came to. */
record Outcome(String name, Map<EventKind, Speed> kinds, long pages) {

    static Outcome of(String name, Collection<Tally> tallies) {
        var kinds = new EnumMap<EventKind, Speed>(EventKind.class);
        tallies.forEach(tally -> kinds.merge(tally.kind(), tally.speed(), Speed::plus));
        return new Outcome(name, kinds, tallies.stream().mapToLong(Tally::pages).sum());
    }

    Outcome named(String title) {
        return new Outcome(title, kinds, pages);
    }

    private long count(EventKind kind) {
        return speed(kind).events();
    }

    private Speed speed(EventKind kind) {
        return kinds.getOrDefault(kind, Speed.NONE);
    }

    public long accepted() {
        return count(EventKind.ACCEPTED);
    }

    public long sent() {
        return count(EventKind.SENT);
    }

    public long delivered() {
        return count(EventKind.DELIVERED);
    }

    public long failed() {
        return count(EventKind.FAILED) + count(EventKind.RETURNED) + count(EventKind.UNCONFIRMED);
    }

    public long notSent() {
        return count(EventKind.SKIPPED) + count(EventKind.CANCELLED) + count(EventKind.EXPIRED);
    }

    public Speed handover() {
        return speed(EventKind.SENT);
    }

    public Speed arrival() {
        return speed(EventKind.DELIVERED);
    }

    /** Of those handed over, which part came back or failed: 0 to 1. */
    public double failureShare() {
        return sent() + failed() == 0 ? 0 : (double) failed() / (sent() + failed());
    }
}
