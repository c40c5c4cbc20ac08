package io.chancery.platform.work;

import java.util.function.Supplier;

/** Runs a unit of work in a transaction of its own. */
public interface Transactions {

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
