package io.chancery.platform.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private final RetrySchedule schedule =
            new RetrySchedule(List.of(Duration.ofSeconds(5), Duration.ofMinutes(5)), () -> 0.5);

    @Test
    void each_failure_has_its_pause_and_a_bit_more() {
        assertThat(schedule.after(1, Duration.ZERO)).contains(Duration.ofMillis(5_250));
        assertThat(schedule.after(2, Duration.ZERO)).contains(Duration.ofSeconds(315));
    }

    @Test
    void after_the_last_pause_it_is_given_up() {
        assertThat(schedule.after(3, Duration.ZERO)).isEmpty();
        assertThat(schedule.after(3, Duration.ofHours(1))).isEmpty();
    }

    @Test
    void a_receiver_that_asks_for_a_longer_pause_gets_it() {
        assertThat(schedule.after(1, Duration.ofHours(1))).contains(Duration.ofHours(1));
        assertThat(schedule.after(2, Duration.ofSeconds(1))).contains(Duration.ofSeconds(315));
    }
}
