package io.chancery.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.RunningChancery;
import io.chancery.faults.FaultRun.Plan;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The fault harness in small: kills, one of them with the database, a frozen owner of shards, cut connections. Nothing is
 * lost, everything ends, and whatever came twice is marked.
 */
class FaultIT {

    @TempDir
    private Path folder;

    @Test
    void after_all_faults_nothing_is_lost_and_every_repeat_is_marked() throws Exception {
        long seed = System.nanoTime();
        var plan =
                new Plan(RunningChancery.PACKAGED, 1_500, Faults.mixture(3, seed), seed, "60", Duration.ofMinutes(10));
        try (var run = new FaultRun(folder, plan)) {
            var result = run.run();

            assertThat(result.findings().areClean())
                    .as("%s%n%s", result.findings(), result.table())
                    .isTrue();
            assertThat(result.brokenLetters()).isEmpty();
            // A node that says nothing for 15 s is dead, and the other one looks every 5 s.
            assertThat(result.longestTakeover()).isBetween(Duration.ofMillis(1), Duration.ofSeconds(25));
            assertThat(result.findings().uncertain()).as(result.table()).isLessThanOrEqualTo(result.openAtFaults());
        }
    }
}
