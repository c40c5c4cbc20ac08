package io.chancery.dispatch.queue;

import java.time.Duration;

/** The settings of tests: the defaults, but for what is slow. */
record TestSettings(
        int batchSize, Duration flushAfter, Duration handoverLimit, Duration shutdownLimit, Retry retry, Pause pause)
        implements DispatchConfig {

    private record TestRetry(int attempts, Duration first, Duration longest) implements Retry {}

    private record TestPause(int afterFailures, Duration first, Duration longest) implements Pause {}

    static TestSettings defaults() {
        return new TestSettings(
                500,
                Duration.ofMillis(50),
                Duration.ofMinutes(5),
                Duration.ofSeconds(20),
                new TestRetry(8, Duration.ofSeconds(30), Duration.ofHours(1)),
                new TestPause(10, Duration.ofSeconds(1), Duration.ofMinutes(1)));
    }

    TestSettings withHandoverLimit(Duration limit) {
        return new TestSettings(batchSize, flushAfter, limit, shutdownLimit, retry, pause);
    }

    TestSettings withAttempts(int attempts) {
        var fewer = new TestRetry(attempts, retry.first(), retry.longest());
        return new TestSettings(batchSize, flushAfter, handoverLimit, shutdownLimit, fewer, pause);
    }

    TestSettings withQuickRetries() {
        var quick = new TestRetry(retry.attempts(), Duration.ofMillis(200), Duration.ofSeconds(1));
        return new TestSettings(batchSize, flushAfter, handoverLimit, shutdownLimit, quick, pause);
    }

    TestSettings withShutdownLimit(Duration limit) {
        return new TestSettings(batchSize, flushAfter, handoverLimit, limit, retry, pause);
    }

    TestSettings withPauseAfter(int failures) {
        var sooner = new TestPause(failures, pause.first(), pause.longest());
        return new TestSettings(batchSize, flushAfter, handoverLimit, shutdownLimit, retry, sooner);
    }

    @Override
    public Journal journal() {
        return () -> false;
    }
}
