package io.chancery.customer.registry;

import io.chancery.customer.resolve.Move;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which record belongs to which customer, and every move there ever was. */
@ApplicationScoped
class LinkTable {

    private final Sql sql;
    private final IdGenerator ids;

    LinkTable(Sql sql, IdGenerator ids) {
        this.sql = sql;
        this.ids = ids;
    }

    /** Moves records, and writes each move down. */
    void move(List<Move> moves, Instant at) {
        if (moves.isEmpty()) {
            return;
        }
        link(moves, at);
        remember(moves, at);
    }

    private void link(List<Move> moves, Instant at) {
        var text = """
                insert into link (record_id, customer_id, score, rule, origin, linked_at)
                select record_id, customer_id, score, rule, origin, ?
                from unnest(?::uuid[], ?::uuid[], ?::real[], ?::text[], ?::text[])
                    as moved (record_id, customer_id, score, rule, origin)
                on conflict (record_id) do update set customer_id = excluded.customer_id, score = excluded.score,
                    rule = excluded.rule, origin = excluded.origin, linked_at = excluded.linked_at
                """;
        sql.run(text, statement -> {
            statement.setObject(1, at.atOffset(ZoneOffset.UTC));
            Sql.setUuids(statement, 2, moves.stream().map(move -> move.record()));
            Sql.setUuids(statement, 3, moves.stream().map(Move::to));
            Sql.setReals(statement, 4, moves.stream().map(Move::score));
            Sql.setTexts(statement, 5, moves.stream().map(move -> move.grounds().rule()));
            Sql.setTexts(statement, 6, moves.stream().map(move -> move.grounds().origin()));
            return statement.executeUpdate();
        });
    }

    private void remember(List<Move> moves, Instant at) {
        var text = """
                insert into link_history (id, record_id, source, external_id, from_customer, to_customer, rule, origin,
                    score, operation_id, moved_at)
                select moved.*, ? from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::uuid[],
                    ?::text[], ?::text[], ?::real[], ?::uuid[]) as moved
                """;
        sql.run(text, statement -> {
            statement.setObject(1, at.atOffset(ZoneOffset.UTC));
            Sql.setUuids(statement, 2, moves.stream().map(move -> ids.next()));
            Sql.setUuids(statement, 3, moves.stream().map(move -> move.record()));
            Sql.setTexts(statement, 4, moves.stream().map(move -> move.source()));
            Sql.setTexts(statement, 5, moves.stream().map(move -> move.externalId()));
            Sql.setUuids(statement, 6, moves.stream().map(move -> move.from()));
            Sql.setUuids(statement, 7, moves.stream().map(Move::to));
            Sql.setTexts(statement, 8, moves.stream().map(move -> move.grounds().rule()));
            Sql.setTexts(statement, 9, moves.stream().map(move -> move.grounds().origin()));
            Sql.setReals(statement, 10, moves.stream().map(Move::score));
            Sql.setUuids(statement, 11, moves.stream().map(Move::operation));
            return statement.executeUpdate();
        });
    }

    /** The customer of each record. */
    Map<UUID, UUID> owners(Collection<UUID> records) {
        var found = new HashMap<UUID, UUID>();
        sql.run("select record_id, customer_id from link where record_id = any (?)", statement -> {
            Sql.setUuids(statement, 1, records.stream());
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                }
            }
            return found;
        });
        return found;
    }
}
