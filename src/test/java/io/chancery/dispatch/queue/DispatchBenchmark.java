package io.chancery.dispatch.queue;

import io.chancery.dispatch.DeliveryOutcome.Accepted;
import io.chancery.dispatch.RecordingChannelAdapter;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/**
 * How fast the bookkeeping is, with a provider that costs nothing: {@code main(deliveries)}. Run it with
 * {@code -Dchancery.test.fsync=on} for a database as it is run in earnest.
 */
final class DispatchBenchmark {

    private static final int BATCH = 1_000;

    private DispatchBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        try (var fixture = new DispatchFixture()) {
            run(fixture, 20_000, "warm-up");
            run(fixture, count, "measured");
            try (var reader = fixture.database().getConnection()) {
                // A report or a backup: nothing deleted from now on can be cleaned away.
                reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                reader.setAutoCommit(false);
                reader.createStatement().execute("select count(*) from dispatch_queue");
                run(fixture, count, "old snapshot held");
                reader.rollback();
            }
        }
        System.exit(0);
    }

    private static void run(DispatchFixture fixture, int count, String name) throws InterruptedException {
        var enqueueing = new Meter(fixture);
        for (int i = 0; i < count; i += BATCH) {
            fixture.given(IntStream.range(0, BATCH)
                    .mapToObj(n -> fixture.aDelivery(n % 64))
                    .toList());
        }
        enqueueing.report(name + ": archived and queued", count);

        var sent = new LongAdder();
        var adapter = new RecordingChannelAdapter(DispatchFixture.CHANNEL, 4);
        adapter.answerUnrecorded(handover -> {
            handover.pointOfNoReturn();
            sent.increment();
            return new Accepted("ref-" + handover.deliveryId());
        });
        var dispatching = new Meter(fixture);
        var worker = fixture.worker(adapter).start();
        try (var heart = new Heart(worker)) {
            while (!fixture.isEmpty()) {
                Thread.sleep(20);
            }
        }
        dispatching.report(name + ": attempt, hand-over, journal, outcome, events", count);
        if (sent.sum() != count) {
            throw new IllegalStateException(sent + " hand-overs of " + count + " deliveries");
        }
        worker.stop();
    }

    /** Wall time, and CPU time of this process and of the server's: the one figure a busy machine does not spoil. */
    private static final class Meter {

        private final ProcessHandle server;
        private final long begun = System.nanoTime();
        private final Duration ours = cpu(ProcessHandle.current());
        private final Duration theirs;

        Meter(DispatchFixture fixture) {
            long backend = Long.parseLong(
                    fixture.database().get("select pg_backend_pid()").get(0));
            server = ProcessHandle.of(backend).flatMap(ProcessHandle::parent).orElseThrow();
            theirs = serverCpu();
        }

        private Duration serverCpu() {
            return server.children().map(Meter::cpu).reduce(Duration.ZERO, Duration::plus);
        }

        private static Duration cpu(ProcessHandle process) {
            return process.info().totalCpuDuration().orElse(Duration.ZERO);
        }

        void report(String what, int count) {
            double seconds = (System.nanoTime() - begun) / 1e9;
            double here = cpu(ProcessHandle.current()).minus(ours).toNanos() / 1e3 / count;
            double there = serverCpu().minus(theirs).toNanos() / 1e3 / count;
            System.out.printf(
                    "%-56s %,9d in %6.2f s = %,7.0f/s; CPU each: JVM %.1f µs, PostgreSQL %.1f µs%n",
                    what, count, seconds, count / seconds, here, there);
        }
    }

    /** Beats while the benchmark runs, as the node itself would. */
    private record Heart(Worker worker, java.util.concurrent.ScheduledExecutorService beats) implements AutoCloseable {

        Heart(Worker worker) {
            this(worker, Executors.newSingleThreadScheduledExecutor());
            beats.scheduleAtFixedRate(
                    () -> worker.node().beat(), 0, Duration.ofSeconds(5).toMillis(), TimeUnit.MILLISECONDS);
        }

        @Override
        public void close() {
            beats.shutdownNow();
        }
    }
}
