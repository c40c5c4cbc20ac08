package io.chancery.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what was asked for, what the application has on record, and what the providers took. Pure. */
final class Checker {

    private final List<String> lost = new ArrayList<>();
    private final List<String> unmarkedRepeats = new ArrayList<>();
    private final List<String> phantoms = new ArrayList<>();
    private final List<String> unmarkedUncertain = new ArrayList<>();
    private final List<String> unfinished = new ArrayList<>();
    private int markedRepeats;
    private int uncertain;

    /** A delivery as the providers know it: by its channel and what they can read of it. */
    record Key(String channel, String name) {}

    /** @param outcome as on record: accepted, temporary, permanent, uncertain or not-made */
    record Attempt(int number, boolean repeat, String outcome) {}

    /**
     * A delivery on record.
     *
     * @param events «kind attempt», for the kinds sent, uncertain and repeated
     * @param ended whether its message has ended, or it waits as uncertain for a person
     */
    record Recorded(Key key, String id, String status, boolean ended, List<Attempt> attempts, Set<String> events) {

        private long count(String outcome) {
            return attempts.stream()
                    .filter(attempt -> attempt.outcome().equals(outcome))
                    .count();
        }

        private String describe(int taken) {
            return key + " " + id + " is " + status + ", taken " + taken + " times, attempts " + attempts + ", events "
                    + events;
        }
    }

    /**
     * What came out.
     *
     * @param lost asked for and not on record, or on record as taken by a provider that never saw it
     * @param unmarkedRepeats taken more often than attempts were marked as repeats
     * @param phantoms taken, and no attempt on record could be it
     * @param unmarkedUncertain attempts of unknown outcome without their event, or followed by an unmarked one
     * @param unfinished not ended
     */
    record Findings(
            List<String> lost,
            List<String> unmarkedRepeats,
            List<String> phantoms,
            List<String> unmarkedUncertain,
            List<String> unfinished,
            int markedRepeats,
            int uncertain) {

        boolean areClean() {
            return lost.isEmpty()
                    && unmarkedRepeats.isEmpty()
                    && phantoms.isEmpty()
                    && unmarkedUncertain.isEmpty()
                    && unfinished.isEmpty();
        }
    }

    private Checker() {}

    /** @param taken how often the providers took each */
    static Findings check(Set<Key> asked, List<Recorded> record, Map<Key, Integer> taken) {
        var checker = new Checker();
        var strangers = new HashMap<>(taken);
        var missing = new HashSet<>(asked);
        for (var delivery : record) {
            missing.remove(delivery.key());
            var times = strangers.remove(delivery.key());
            checker.look(delivery, times == null ? 0 : times);
        }
        missing.forEach(key -> checker.lost.add(key + " is not on record"));
        strangers.forEach((key, times) -> checker.phantoms.add(key + " taken " + times + " times, not on record"));
        return new Findings(
                checker.lost,
                checker.unmarkedRepeats,
                checker.phantoms,
                checker.unmarkedUncertain,
                checker.unfinished,
                checker.markedRepeats,
                checker.uncertain);
    }

    private void look(Recorded delivery, int times) {
        long accepted = delivery.count("accepted");
        long marks = delivery.attempts().stream().filter(Attempt::repeat).count();
        boolean saidToBeTaken = Set.of("sent", "delivered").contains(delivery.status());
        if (times < Math.max(accepted, saidToBeTaken ? 1 : 0)) {
            lost.add(delivery.describe(times));
        }
        if (times - 1 > marks) {
            unmarkedRepeats.add(delivery.describe(times));
        } else if (times > 1) {
            markedRepeats += times - 1;
        }
        if (times > accepted + delivery.count("uncertain")) {
            phantoms.add(delivery.describe(times));
        }
        if (!delivery.ended()) {
            unfinished.add(delivery.describe(times));
        }
        lookAtMarks(delivery, times);
    }

    private void lookAtMarks(Recorded delivery, int times) {
        boolean mustBeMarked = false;
        for (var attempt : delivery.attempts()) {
            boolean unknown = attempt.outcome().equals("uncertain");
            uncertain += unknown ? 1 : 0;
            boolean silent = unknown && !delivery.events().contains("uncertain " + attempt.number());
            if (silent || (mustBeMarked && !attempt.repeat())) {
                unmarkedUncertain.add(delivery.describe(times));
                return;
            }
            mustBeMarked |= unknown;
        }
    }
}
