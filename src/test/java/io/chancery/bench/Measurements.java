package io.chancery.bench;

import io.chancery.RunningChancery;
import io.chancery.platform.database.RolePasswords;
import io.chancery.platform.database.Roles;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** Looks at a running Chancery from outside: its metrics, and the tables of its database. */
final class Measurements implements AutoCloseable {

    private static final Pattern HEAP =
            Pattern.compile("^jvm_memory_used_bytes\\{area=\"heap\".*?} (\\S+)$", Pattern.MULTILINE);
    private static final Duration LIMIT = Duration.ofMinutes(20);

    private final RunningChancery chancery;
    private final Connection database;
    private final long start = System.nanoTime();
    private final AtomicLong peakHeap = new AtomicLong();
    private final Map<String, Integer> answers = new ConcurrentSkipListMap<>();
    private final ScheduledExecutorService sampler = Executors.newSingleThreadScheduledExecutor();

    Measurements(RunningChancery chancery, Path data, int databasePort) throws SQLException, IOException {
        this.chancery = chancery;
        this.database = connect(data, databasePort);
        sampler.scheduleAtFixedRate(this::sampleHeap, 0, 250, TimeUnit.MILLISECONDS);
    }

    /** A connection as superuser to the embedded server of this data directory. */
    static Connection connect(Path data, int port) throws SQLException, IOException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/chancery",
                Roles.SUPERUSER,
                RolePasswords.find(data).orElseThrow().superuser());
    }

    private void sampleHeap() {
        var metrics = chancery.send("GET", "/q/metrics", "", BodyPublishers.noBody());
        var used = HEAP.matcher(metrics.body());
        double sum = 0;
        while (used.find()) {
            sum += Double.parseDouble(used.group(1));
        }
        long bytes = (long) sum;
        peakHeap.accumulateAndGet(bytes, Math::max);
    }

    void count(String answer) {
        answers.merge(answer, 1, Integer::sum);
    }

    void awaitAllFinal() throws SQLException, InterruptedException {
        long until = System.nanoTime() + LIMIT.toNanos();
        while (open() > 0 && System.nanoTime() < until) {
            TimeUnit.SECONDS.sleep(1);
        }
        LoadProgram.print("seconds until all was final", LoadProgram.seconds(start));
    }

    private int open() throws SQLException {
        try (var row =
                database.createStatement().executeQuery("select count(*) from message_outcome where outcome is null")) {
            row.next();
            return row.getInt(1);
        }
    }

    long peakHeap() {
        return peakHeap.get();
    }

    void print() throws SQLException {
        System.out.println("answers: " + answers);
        table(
                "messages by template and outcome",
                "select template, coalesce(outcome, 'open'), count(*) from message join message_outcome on message_id = id group by 1, 2 order by 1, 2");
        table("deliveries by channel and status", """
                select m.template, d.channel, d.status,
                    coalesce((select e.reason from event e where e.delivery_id = d.id and e.reason is not null
                              order by e.id desc limit 1), ''), count(*)
                from delivery d join message m on m.id = d.message_id group by 1, 2, 3, 4 order by 1, 2, 3, 4
                """);
        table("sent per second by channel (end to end)", """
                select channel, count(*), round(count(*) / greatest(extract(epoch from max(at) - min(at)), 0.001), 1)
                from event join delivery on delivery.id = event.delivery_id where kind = 'sent' group by 1 order by 1
                """);
        table("renditions per second and core", """
                select media_type, count(*), pg_size_pretty(sum(size)::bigint),
                    round(count(*) / greatest(extract(epoch from max(archived_at) - min(archived_at)), 0.001) / %d, 1)
                from archive_entry group by 1 order by 1
                """.formatted(
                        Runtime.getRuntime().availableProcessors()));
        LoadProgram.print("peak heap, MB", peakHeap() / 1e6);
    }

    private void table(String title, String query) throws SQLException {
        System.out.println("— " + title);
        try (var row = database.createStatement().executeQuery(query)) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                var line = new StringBuilder("  ");
                for (int i = 1; i <= columns; i++) {
                    line.append(String.format("%-22s", row.getString(i)));
                }
                System.out.println(line.toString().stripTrailing());
            }
        }
    }

    @Override
    public void close() throws SQLException {
        sampler.shutdownNow();
        database.close();
    }
}
