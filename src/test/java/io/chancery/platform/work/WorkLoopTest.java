package io.chancery.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chancery.platform.TestDatabase;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkLoopTest {

    private static final Duration NEVER = Duration.ofHours(1);

    @Test
    void steps_follow_each_other_until_one_finds_nothing() {
        var steps = new AtomicInteger();

        try (var loop = WorkLoop.start("test", NEVER, () -> steps.incrementAndGet() % 5 != 0)) {
            await().until(() -> steps.get() == 5);
            loop.wake();
            await().until(() -> steps.get() == 10);
        }
    }

    @Test
    void a_wake_during_a_step_is_not_lost() throws Exception {
        var running = new CountDownLatch(1);
        var woken = new CountDownLatch(1);
        var steps = new AtomicInteger();

        try (var loop = WorkLoop.start("test", NEVER, () -> {
            running.countDown();
            woken.await();
            steps.incrementAndGet();
            return false;
        })) {
            running.await();
            loop.wake();
            woken.countDown();
            await().until(() -> steps.get() == 2);
        }
    }

    @Test
    void a_loop_survives_exceptions_and_errors() {
        var steps = new AtomicInteger();

        try (var loop = WorkLoop.start("test", NEVER, () -> {
            switch (steps.incrementAndGet()) {
                case 1 -> throw new IllegalStateException("first");
                case 2 -> throw new AssertionError("second");
                default -> {
                    return false;
                }
            }
        })) {
            await().until(() -> steps.get() == 3);
        }
    }

    @Test
    void closing_waits_for_the_running_step() throws Exception {
        var running = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        var finished = new AtomicBoolean();
        var loop = WorkLoop.start("test", NEVER, () -> {
            running.countDown();
            finish.await();
            finished.set(true);
            return true;
        });
        running.await();

        var closing = new Thread(loop::close);
        closing.start();
        finish.countDown();
        closing.join(10_000);

        assertThat(finished).isTrue();
    }

    @Test
    void a_loop_is_stuck_while_one_step_lasts_too_long_unless_its_steps_are_long() throws Exception {
        var running = new CountDownLatch(2);
        var finish = new CountDownLatch(1);
        WorkLoop.Step step = () -> {
            running.countDown();
            finish.await();
            return false;
        };

        try (var hasty = WorkLoop.start("hasty", NEVER, step);
                var patient = WorkLoop.start("patient", NEVER, step).withLongSteps()) {
            running.await();

            assertThat(WorkLoop.running()).contains(hasty, patient);
            assertThat(hasty.isStuck(Duration.ZERO)).isTrue();
            assertThat(hasty.isStuck(NEVER)).isFalse();
            assertThat(patient.isStuck(Duration.ZERO)).isFalse();
            finish.countDown();
            await().until(() -> !hasty.isStuck(Duration.ZERO));
        }
    }

    @Test
    void a_loop_whose_thread_has_ended_is_dead_and_one_that_was_stopped_is_not_missed() {
        try (var loop = WorkLoop.start("test", NEVER, () -> {
            throw new InterruptedException();
        })) {
            await().until(loop::isDead);

            assertThat(WorkLoop.running()).contains(loop);
            loop.close();
            assertThat(loop.isDead()).isFalse();
            assertThat(WorkLoop.running()).doesNotContain(loop);
        }
    }

    @Test
    void a_signal_wakes_the_loops_of_every_node_when_its_transaction_commits() throws Exception {
        try (var database = TestDatabase.create()) {
            var here = TestNode.on(database);
            var there = TestNode.on(database);
            var woken = new CountDownLatch(2);
            var steps = new AtomicInteger();
            try (var loop = WorkLoop.start("test", there.signal(), "test", () -> {
                steps.incrementAndGet();
                woken.countDown();
                return false;
            })) {
                there.signal().start(new StartupEvent());
                await().until(() -> steps.get() >= 2);
                int before = steps.get();

                database.run(() -> {
                    here.signal().send("test");
                    here.signal().send("test");
                });

                assertThat(woken.await(1, TimeUnit.SECONDS)).isTrue();
                await().atMost(Duration.ofMillis(900)).until(() -> steps.get() > before);
            } finally {
                there.signal().stop(new ShutdownEvent());
            }
        }
    }
}
