package io.chancery.platform.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chancery.platform.work.WorkLoop;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class HealthTest {

    private record Settings(Duration sampleEvery, Duration slowAfter, Duration stuckAfter) implements WatchConfig {

        private Settings(Duration stuckAfter) {
            this(Duration.ofSeconds(15), Duration.ofMinutes(5), stuckAfter);
        }
    }

    private static HealthCheckResponse alive(Duration stuckAfter) {
        return new WorkLoopHealth(new Settings(stuckAfter)).call();
    }

    private static Map<String, Object> data(HealthCheckResponse response) {
        return response.getData().orElseThrow();
    }

    @Test
    void a_loop_that_has_ended_takes_the_node_down_until_it_is_stopped() {
        try (var loop = WorkLoop.start("ended", Duration.ofHours(1), () -> {
            throw new InterruptedException();
        })) {
            await().until(loop::isDead);

            var response = alive(Duration.ofMinutes(10));

            assertThat(response.getStatus()).isEqualTo(Status.DOWN);
            assertThat(data(response)).containsEntry("ended", "its thread has ended");
        }
        assertThat(data(alive(Duration.ofMinutes(10)))).doesNotContainKey("ended");
    }

    @Test
    void a_loop_in_one_step_takes_the_node_down_only_after_a_while() throws Exception {
        var running = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        try (var loop = WorkLoop.start("busy", Duration.ofHours(1), () -> {
            running.countDown();
            finish.await();
            return false;
        })) {
            running.await();

            assertThat(data(alive(Duration.ofMinutes(10)))).doesNotContainKey(loop.name());
            assertThat(data(alive(Duration.ZERO))).containsKey(loop.name());
            finish.countDown();
        }
    }

    @Test
    void what_is_slow_is_said_and_takes_nothing_down() {
        var slow = new LagHealth(List.of(() -> List.of("The queue is long", "A provider rests"), List::of)).call();
        var quick = new LagHealth(List.of()).call();

        assertThat(slow.getStatus()).isEqualTo(Status.UP);
        assertThat(data(slow))
                .containsEntry("degraded", true)
                .containsEntry("reasons", "The queue is long; A provider rests");
        assertThat(data(quick)).containsEntry("degraded", false).doesNotContainKey("reasons");
    }
}
