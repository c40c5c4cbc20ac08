package io.chancery.dispatch.provider;

import io.chancery.dispatch.handover.Sample.Sent;
import io.chancery.platform.Sql;
import io.chancery.platform.work.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** How long it takes until deliveries that were handed over are confirmed. */
@ApplicationScoped
class Slowness {

    private final Sql sql;
    private final Transactions transactions;

    Slowness(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /**
     * What can be said of a sample.
     *
     * @param known how many have been confirmed, or should have been
     * @param slow how many of them not in time
     */
    record Finding(int known, int slow) {

        /** Fewer say nothing. */
        private static final int FEWEST = 20;

        boolean isSlow(double part) {
            return known >= FEWEST && slow > part * known;
        }
    }

    /** @param limit after which a delivery that is not confirmed is slow */
    Finding of(List<Sent> sample, Duration limit, Instant now) {
        var text = """
                select count(*), count(*) filter (where at is null or at > sent_at + ? * interval '1 second')
                from unnest(?::uuid[], ?::smallint[], ?::timestamptz[]) as sent (delivery_id, number, sent_at)
                    cross join lateral (
                        select case when bool_and(delivered is not null) then max(at) end as at
                        from attempt_reference as part
                        where part.delivery_id = sent.delivery_id and part.number = sent.number) as receipt
                where at is not null or sent_at < ?
                """;
        return transactions.call(() -> sql.run(text, statement -> {
            statement.setLong(1, limit.toSeconds());
            Sql.setUuids(statement, 2, sample.stream().map(Sent::deliveryId));
            Sql.setSmallints(statement, 3, sample.stream().map(Sent::number));
            var times = sample.stream().map(Sent::at).toArray();
            statement.setArray(4, statement.getConnection().createArrayOf("timestamptz", times));
            statement.setObject(5, now.minus(limit).atOffset(ZoneOffset.UTC));
            return Sql.rows(statement, row -> new Finding(row.getInt(1), row.getInt(2)))
                    .get(0);
        }));
    }
}
