package io.chancery.dispatch.pace;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.platform.MutableClock;
import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final MutableClock clock = MutableClock.atNoon();
    private final Circuit circuit = new Circuit(3, Duration.ofSeconds(1), Duration.ofSeconds(5), clock);

    @Test
    void waiting_doubles_to_a_limit_and_never_strays_by_more_than_a_fifth() {
        var backoff = new Backoff(Duration.ofSeconds(30), Duration.ofHours(1), new Random(7));

        assertThat(IntStream.range(0, 100).mapToObj(i -> backoff.after(1)))
                .allMatch(wait -> isBetween(wait, 24, 36))
                .doesNotHaveDuplicates();
        assertThat(backoff.after(3)).matches(wait -> isBetween(wait, 96, 144));
        assertThat(backoff.after(8)).matches(wait -> isBetween(wait, 2880, 4320));
        assertThat(backoff.after(100)).matches(wait -> isBetween(wait, 2880, 4320));
    }

    private static boolean isBetween(Duration wait, int least, int most) {
        return wait.compareTo(Duration.ofSeconds(least)) >= 0 && wait.compareTo(Duration.ofSeconds(most)) <= 0;
    }

    @Test
    void failures_in_a_row_make_the_channel_rest() {
        assertThat(circuit.failed()).isFalse();
        assertThat(circuit.failed()).isFalse();
        assertThat(circuit.allow(500)).isEqualTo(500);

        assertThat(circuit.failed()).isTrue();

        assertThat(circuit.isResting()).isTrue();
        assertThat(circuit.allow(500)).isZero();
    }

    @Test
    void a_rest_says_since_when_it_lasts_however_often_it_is_prolonged() {
        assertThat(circuit.rest()).isEmpty();
        var since = clock.instant();
        rest();
        clock.pass(Duration.ofSeconds(1));
        circuit.probe();
        circuit.failed();

        assertThat(circuit.rest())
                .contains(new Circuit.Rest(since, clock.instant().plusSeconds(2)));

        circuit.succeeded();
        assertThat(circuit.rest()).isEmpty();
    }

    @Test
    void any_answer_between_them_breaks_the_row() {
        circuit.failed();
        circuit.failed();
        circuit.succeeded();
        circuit.failed();
        circuit.failed();

        assertThat(circuit.isResting()).isFalse();
    }

    @Test
    void after_the_rest_one_delivery_probes() {
        rest();
        clock.pass(Duration.ofSeconds(1));

        assertThat(circuit.allow(500)).isEqualTo(1);
        circuit.probe();
        assertThat(circuit.allow(500)).isZero();
        circuit.succeeded();
        assertThat(circuit.allow(500)).isEqualTo(500);
    }

    @Test
    void each_failed_probe_doubles_the_rest_up_to_a_limit() {
        rest();
        for (int seconds : new int[] {1, 2, 4, 5, 5}) {
            clock.pass(Duration.ofSeconds(seconds).minusMillis(1));
            assertThat(circuit.allow(500)).isZero();
            clock.pass(Duration.ofMillis(1));
            assertThat(circuit.allow(500)).isEqualTo(1);
            circuit.probe();
            circuit.failed();
        }
    }

    @Test
    void a_probe_that_was_never_made_may_be_made_again() {
        rest();
        clock.pass(Duration.ofSeconds(1));
        circuit.probe();

        circuit.probeWithdrawn();

        assertThat(circuit.allow(500)).isEqualTo(1);
    }

    @Test
    void the_window_is_a_second_of_work() {
        var window = new Window(4, 0);
        assertThat(window.room(0)).isEqualTo(16);

        for (int second = 1; second < 20; second++) {
            window.ended(300, Duration.ofSeconds(second).toNanos());
        }
        assertThat(window.room(0)).isBetween(290, 300);
        assertThat(window.room(100)).isBetween(190, 200);
        assertThat(window.room(290)).isZero();
    }

    @Test
    void a_slow_provider_gets_few_at_once_and_a_fast_one_not_endlessly_many() {
        var slow = new Window(4, 0);
        slow.ended(1, Duration.ofSeconds(10).toNanos());
        assertThat(slow.room(0)).isEqualTo(16);

        var fast = new Window(4, 0);
        fast.ended(1_000_000, Duration.ofSeconds(1).toNanos());
        assertThat(fast.room(0)).isEqualTo(2_000);
    }

    private void rest() {
        circuit.failed();
        circuit.failed();
        circuit.failed();
    }
}
