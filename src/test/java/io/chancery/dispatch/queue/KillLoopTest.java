package io.chancery.dispatch.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillLoopTest {

    @TempDir
    private Path folder;

    @Test
    void kills_lose_nothing_and_double_nothing_that_is_not_marked() throws Exception {
        try (var loop = new KillLoop(folder, 4711)) {
            var result = loop.run(6_000, 3, false);

            assertThat(result.lost()).isZero();
            assertThat(result.doubled()).isZero();
            assertThat(result.unfinished()).isZero();
        }
    }
}
