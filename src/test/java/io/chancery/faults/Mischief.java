package io.chancery.faults;

import java.util.Random;
import java.util.concurrent.TimeUnit;

/** What a provider does to a delivery instead of simply taking it, by a seeded dice. */
final class Mischief {

    /** How long the slowest answers take: long for a sender, but well within its patience. */
    private static final int SLOWEST_MILLIS = 1_500;

    private final Random random;
    private final double cuts;

    /** The things a provider may do. */
    enum Kind {
        NONE,
        REFUSE_FOR_NOW,
        REFUSE_FOR_GOOD,
        /** Takes it, and answers byte by byte. */
        DRIP,
        /** Takes it, and hangs up without an answer. */
        CUT_BEFORE_ANSWER,
        /** Takes it, answers, and hangs up. */
        CUT_AFTER_ANSWER,
        ANSWER_TWICE;

        boolean isRefusal() {
            return this == REFUSE_FOR_NOW || this == REFUSE_FOR_GOOD;
        }
    }

    /** @param cuts the share of deliveries after which the connection is cut before the answer */
    Mischief(long seed, double cuts) {
        this.random = new Random(seed);
        this.cuts = cuts;
    }

    synchronized Kind next() {
        double dice = random.nextDouble();
        double limit = cuts;
        if (dice < limit) {
            return Kind.CUT_BEFORE_ANSWER;
        }
        var others = new Kind[] {
            Kind.CUT_AFTER_ANSWER, Kind.REFUSE_FOR_NOW, Kind.REFUSE_FOR_GOOD, Kind.DRIP, Kind.ANSWER_TWICE
        };
        var shares = new double[] {0.001, 0.01, 0.002, 0.002, 0.002};
        for (int i = 0; i < others.length; i++) {
            limit += shares[i];
            if (dice < limit) {
                return others[i];
            }
        }
        return Kind.NONE;
    }

    /** Lets time pass between two bytes of a slow answer. */
    void drip(int bytes) {
        int millis;
        synchronized (this) {
            millis = random.nextInt(SLOWEST_MILLIS);
        }
        try {
            TimeUnit.MILLISECONDS.sleep(millis / Math.max(1, bytes));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
