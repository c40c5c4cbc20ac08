package io.chancery.bench;

import io.chancery.RunningChancery;
import io.chancery.faults.Orders;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks for single texts at an even pace until it is closed, and prints how soon they were accepted and handed over. */
final class Singles implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger(900_000);

    private final RunningChancery chancery;
    private final Connection database;
    private final String name;
    private final int first = NUMBER.get();
    private final List<Double> millis = Collections.synchronizedList(new ArrayList<>());
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(4);

    Singles(RunningChancery chancery, Connection database, String name, int perSecond) {
        this.chancery = chancery;
        this.database = database;
        this.name = name;
        clock.scheduleAtFixedRate(() -> clock.execute(this::ask), 0, 1_000_000 / perSecond, TimeUnit.MICROSECONDS);
    }

    private void ask() {
        long start = System.nanoTime();
        var answer = chancery.send(
                "POST",
                "/api/v1/messages",
                chancery.printedKey(),
                BodyPublishers.ofString(Orders.single("sms", NUMBER.getAndIncrement())),
                "Content-Type",
                "application/json");
        if (answer.statusCode() != 202) {
            throw new IllegalStateException(answer.body());
        }
        millis.add(LoadProgram.seconds(start) * 1000);
    }

    @Override
    public void close() throws SQLException, InterruptedException {
        clock.shutdown();
        clock.awaitTermination(1, TimeUnit.MINUTES);
        TimeUnit.SECONDS.sleep(2);
        var accepted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "  %d single messages, %s: accepted p50 %.1f ms, p99 %.1f ms; handed over p50 %.0f ms, p95 %.0f ms%n",
                accepted.length,
                name,
                accepted[accepted.length / 2],
                accepted[accepted.length * 99 / 100],
                handedOver(0.5),
                handedOver(0.95));
    }

    /** From when it was accepted, by the database's record; what has not been handed over counts as endless. */
    private double handedOver(double part) throws SQLException {
        try (var query = database.prepareStatement("""
                select coalesce(percentile_disc(?) within group (order by millis), 'infinity') from (
                    select coalesce(extract(epoch from min(e.at) - m.created_at) * 1000, 'infinity')::float8 as millis
                    from message m join delivery d on d.message_id = m.id
                    left join event e on e.delivery_id = d.id and e.kind = 'sent'
                    where m.reference between ? and ? group by m.id, m.created_at)
                """)) {
            query.setDouble(1, part);
            query.setString(2, "R-%07d".formatted(first));
            query.setString(3, "R-%07d".formatted(NUMBER.get() - 1));
            try (var row = query.executeQuery()) {
                row.next();
                return row.getDouble(1);
            }
        }
    }
}
