package io.chancery.platform.work;

import java.util.function.Supplier;

/** Runs a unit of queue work in a transaction of its own, with plans that suit the tables as they are. */
public interface Transactions {

    /**
     * Has every statement planned once more: a plan that was made on an empty table and kept, as connections keep them, is
     * wrong for a batch on a million rows.
     */
    String FRESH_PLANS = "discard plans";

    /** The work's answer, once it is committed; if the work throws, nothing of it has happened. */
    <T> T call(Supplier<T> work);

    /** The same, for work without an answer. */
    default void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    /** Whether the database answers: if work fails although it does, the fault lies with the work. */
    default boolean arePossible() {
        try {
            run(() -> {});
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
