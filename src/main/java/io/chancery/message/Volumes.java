package io.chancery.message;

import io.chancery.vocabulary.EventKind;
import java.time.Instant;
import java.util.List;

/** How many deliveries got how far, and how long it took; read from tallies, whatever the size of the archive. */
public interface Volumes {

    /** How finely the time is divided. */
    enum Grain {
        HOUR,
        DAY
    }

    /**
     * What deliveries of a template, for a purpose, on one channel came to in one hour or one day.
     *
     * @param at its beginning
     * @param kind what happened to them
     * @param pages that were rendered
     */
    record Tally(
            Instant at, String channel, String template, String purpose, EventKind kind, long pages, Speed speed) {}

    /**
     * How long it took.
     *
     * @param seconds all together
     */
    record Speed(long events, long seconds, long withinMinute, long withinHour, long withinDay) {

        public static final Speed NONE = new Speed(0, 0, 0, 0, 0);

        public Speed plus(Speed more) {
            return new Speed(
                    events + more.events,
                    seconds + more.seconds,
                    withinMinute + more.withinMinute,
                    withinHour + more.withinHour,
                    withinDay + more.withinDay);
        }

        /** On average, in seconds. */
        public long average() {
            return events == 0 ? 0 : seconds / events;
        }
    }

    /** The tallies from a time on, oldest first; hours are kept for some days only. */
    List<Tally> since(Instant time, Grain grain);
}
