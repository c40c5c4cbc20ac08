package io.chancery.dispatch.receipt;

import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Receipts that have come in, and the references they are matched by. */
@ApplicationScoped
class ReceiptTable {

    private final Sql sql;

    ReceiptTable(Sql sql) {
        this.sql = sql;
    }

    /** A receipt with the part of an attempt that it is about. */
    record Match(long id, Receipt receipt, UUID deliveryId, int number, int part) {}

    /** A part of an attempt, with its newest receipt. */
    record Part(
            UUID deliveryId, int number, int part, @Nullable Receipt newest) {}

    void insert(List<Receipt> receipts, Instant now) {
        var text = """
                insert into receipt (provider, reference, delivered, code, at, received_at)
                select provider, reference, delivered, code, at, ?
                from unnest(?::text[], ?::text[], ?::boolean[], ?::text[], ?::timestamptz[])
                    as came (provider, reference, delivered, code, at)
                """;
        sql.run(text, statement -> {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            Sql.setArray(statement, 2, "text", receipts, Receipt::provider);
            Sql.setArray(statement, 3, "text", receipts, Receipt::reference);
            Sql.setArray(statement, 4, "boolean", receipts, Receipt::delivered);
            Sql.setArray(statement, 5, "text", receipts, Receipt::code);
            Sql.setArray(statement, 6, "timestamptz", receipts, Receipt::at);
            return statement.executeUpdate();
        });
    }

    /**
     * Takes the receipts with these references out whose attempt is on record, in the caller's transaction. A provider
     * may use a reference again after years: the newest attempt counts, and none that began after the receipt came.
     */
    List<Match> takeMatched(Collection<String> references) {
        var text = """
                with matched as (
                    select receipt.id, part.delivery_id, part.number, part.part
                    from receipt cross join lateral (
                        select candidate.delivery_id, candidate.number, candidate.part
                        from attempt_reference as candidate join attempt using (delivery_id, number)
                        where candidate.reference = receipt.reference
                            and (receipt.provider = '' or attempt.provider = receipt.provider)
                            and attempt.started_at <= receipt.received_at + interval '1 minute'
                        order by attempt.started_at desc
                        limit 1) as part
                    where receipt.reference = any (?)
                    for update of receipt skip locked)
                delete from receipt using matched where receipt.id = matched.id
                returning receipt.id, provider, reference, delivered, code, at, delivery_id, number, part
                """;
        return sql.run(text, statement -> {
            Sql.setTexts(statement, 1, references.stream());
            return Sql.rows(
                    statement,
                    row -> new Match(
                            row.getLong(1),
                            receipt(row, 2),
                            row.getObject(7, UUID.class),
                            row.getInt(8),
                            row.getInt(9)));
        });
    }

    /** All parts of these deliveries' attempts, in order, locked until the end of the caller's transaction. */
    List<Part> lockParts(Collection<UUID> deliveryIds) {
        var text = """
                select '', reference, delivered, code, at, delivery_id, number, part
                from attempt_reference
                where delivery_id = any (?)
                order by delivery_id, number, part
                for update
                """;
        return sql.run(text, statement -> {
            Sql.setUuids(statement, 1, deliveryIds.stream());
            return Sql.rows(statement, row -> {
                row.getBoolean(3);
                var newest = row.wasNull() ? null : receipt(row, 1);
                return new Part(row.getObject(6, UUID.class), row.getInt(7), row.getInt(8), newest);
            });
        });
    }

    /** Sets the newest receipts of these parts. */
    void update(List<Match> news) {
        var text = """
                update attempt_reference as known set delivered = news.delivered, code = news.code, at = news.at
                from unnest(?::uuid[], ?::smallint[], ?::smallint[], ?::boolean[], ?::text[], ?::timestamptz[])
                    as news (delivery_id, number, part, delivered, code, at)
                where known.delivery_id = news.delivery_id and known.number = news.number and known.part = news.part
                """;
        sql.run(text, statement -> {
            Sql.setArray(statement, 1, "uuid", news, Match::deliveryId);
            Sql.setArray(statement, 2, "smallint", news, Match::number);
            Sql.setArray(statement, 3, "smallint", news, Match::part);
            Sql.setArray(statement, 4, "boolean", news, match -> match.receipt().delivered());
            Sql.setArray(statement, 5, "text", news, match -> match.receipt().code());
            Sql.setArray(
                    statement, 6, "timestamptz", news, match -> match.receipt().at());
            return statement.executeUpdate();
        });
    }

    /** The references of receipts that wait, page by page. */
    List<String> waiting(String after, int limit) {
        var text = "select distinct reference from receipt where reference > ? order by reference limit ?";
        return sql.run(text, statement -> {
            statement.setString(1, after);
            statement.setInt(2, limit);
            return Sql.rows(statement, row -> row.getString(1));
        });
    }

    int deleteOlderThan(Instant limit) {
        return sql.run("delete from receipt where received_at < ?", statement -> {
            statement.setObject(1, limit.atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        });
    }

    private static Receipt receipt(ResultSet row, int index) throws SQLException {
        return new Receipt(
                row.getString(index),
                row.getString(index + 1),
                row.getBoolean(index + 2),
                row.getString(index + 3),
                row.getObject(index + 4, OffsetDateTime.class).toInstant());
    }
}
