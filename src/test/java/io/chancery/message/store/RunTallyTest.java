package io.chancery.message.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.platform.MutableClock;
import io.chancery.platform.TestDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunTallyTest {

    private static final UUID RUN = new UUID(0, 1);

    private final TestDatabase database = TestDatabase.create();
    private final MutableClock clock = MutableClock.atNoon();
    private final RunTally tally = new RunTally(database.sql(), clock);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_is_added_up_counts_as_before_and_only_what_has_just_ended_counts_as_such() {
        tally.add(RUN, Map.of(RunStage.WAITING, 10L));
        for (int i = 0; i < 4; i++) {
            tally.add(RUN, Map.of(RunStage.WAITING, -1L, RunStage.ACCEPTED, 1L));
            tally.add(RUN, Map.of(RunStage.ACCEPTED, -1L, RunStage.DELIVERED, 1L));
        }
        assertThat(tally.count(RUN).endedLately()).isEqualTo(4);
        clock.pass(Duration.ofMinutes(3));
        tally.add(RUN, Map.of(RunStage.WAITING, -1L, RunStage.CANCELLED, 1L));
        assertThat(tally.foldable()).containsExactly(RUN);
        assertCounts();

        tally.fold(RUN);

        assertCounts();
        assertThat(tally.foldable()).isEmpty();
    }

    private void assertCounts() {
        var count = tally.count(RUN);
        assertThat(count.total()).isEqualTo(10);
        assertThat(count.of(RunStage.WAITING)).isEqualTo(5);
        assertThat(count.of(RunStage.ACCEPTED)).isZero();
        assertThat(count.of(RunStage.DELIVERED)).isEqualTo(4);
        assertThat(count.of(RunStage.CANCELLED)).isEqualTo(1);
        assertThat(count.endedLately()).isEqualTo(1);
    }
}
