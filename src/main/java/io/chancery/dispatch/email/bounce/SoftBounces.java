package io.chancery.dispatch.email.bounce;

import io.chancery.platform.Sql;
import io.chancery.platform.links.Signatures;
import io.chancery.platform.work.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;

/**
 * Counts how often mails to an address were given up. Knows addresses only by a signature of them, and each for as long
 * as it counts.
 */
@ApplicationScoped
class SoftBounces {

    private static final String USE = "soft-bounce";

    private final Sql sql;
    private final Transactions transactions;
    private final Signatures signatures;
    private final BounceConfig config;
    private final Clock clock;

    SoftBounces(Sql sql, Transactions transactions, Signatures signatures, BounceConfig config, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.signatures = signatures;
        this.config = config;
        this.clock = clock;
    }

    /** Counts a delivery, once, and says whether there have been so many that the address counts as nobody's. */
    boolean isOneTooMany(UUID deliveryId, String address, Instant at) {
        var hash = signatures.sign(USE, address.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        return transactions.call(() -> {
            insert(deliveryId, hash, at);
            return count(hash) >= config.softBounces();
        });
    }

    private void insert(UUID deliveryId, byte[] hash, Instant at) {
        var text = """
                insert into soft_bounce (delivery_id, address_hash, at) values (?, ?, ?)
                on conflict (delivery_id) do nothing
                """;
        sql.run(text, statement -> {
            statement.setObject(1, deliveryId);
            statement.setBytes(2, hash);
            statement.setObject(3, at.atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        });
    }

    private int count(byte[] hash) {
        return sql.run("select count(*) from soft_bounce where address_hash = ? and at > ?", statement -> {
            statement.setBytes(1, hash);
            statement.setObject(2, oldest().atOffset(ZoneOffset.UTC));
            return Sql.rows(statement, row -> row.getInt(1)).get(0);
        });
    }

    /** Deletes what no longer counts. */
    void forget() {
        sql.run("delete from soft_bounce where at <= ?", statement -> {
            statement.setObject(1, oldest().atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        });
    }

    private Instant oldest() {
        return clock.instant().minus(config.softPeriod());
    }
}
