package io.chancery.platform.work;

import java.util.function.Supplier;

/**
 * Runs a unit of queue work in a transaction of its own, with plans that suit a queue: a table that was empty when its
 * statistics were taken may hold a million rows now, so statements go by index and nested loop, whatever the planner
 * believes.
 */
public interface Transactions {

    /** Sets the plans, for one transaction; no compiler, as older servers count a forbidden plan as a dear one. */
    String QUEUE_PLANS = """
            select set_config('plan_cache_mode', 'force_custom_plan', true),
                (select count(set_config(name, 'off', true))
                 from unnest(array['enable_hashjoin', 'enable_mergejoin', 'enable_seqscan', 'jit']) as setting (name))
            """;

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
