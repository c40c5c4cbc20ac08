package io.chancery.platform;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** Forgets what nobody needs any longer: idempotency keys after seven days, outbox entries after thirty, and whom they were told. */
@ApplicationScoped
class ExpiryJob {

    private static final Duration KEY_LIFE = Duration.ofDays(7);
    private static final Duration OUTBOX_LIFE = Duration.ofDays(30);

    private final DataSource database;
    private final Clock clock;

    ExpiryJob(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "10m")
    @Transactional
    void run() throws SQLException {
        deleteOlderThan("delete from idempotency_key where created_at < ?", KEY_LIFE);
        deleteOlderThan("delete from webhook_delivery where at < ?", OUTBOX_LIFE);
        deleteOlderThan("delete from outbox where at < ?", OUTBOX_LIFE);
    }

    private void deleteOlderThan(String sql, Duration life) throws SQLException {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement(sql)) {
            delete.setObject(1, clock.instant().minus(life).atOffset(ZoneOffset.UTC));
            delete.executeUpdate();
        }
    }
}
