package io.chancery.platform.work;

import java.util.function.Supplier;

/**
 * Runs a unit of queue work in a transaction of its own, with plans that suit a queue: a table that was empty when its
 * statistics were taken may hold a million rows now, so statements go by index and nested loop, whatever the planner
 * believes.
 */
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
}
