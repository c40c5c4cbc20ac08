package io.chancery.customer.steward;

import io.chancery.customer.StewardDesk;
import io.chancery.customer.resolve.Known;
import io.chancery.customer.resolve.RecordPair;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.Sql;
import io.chancery.vocabulary.Ucid;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Acts of people, with the decisions they made; one act's decisions come and go together. */
@ApplicationScoped
public class OperationTable {

    private final Sql sql;
    private final IdGenerator ids;
    private final Clock clock;

    OperationTable(Sql sql, IdGenerator ids, Clock clock) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * An act.
     *
     * @param undoes the act that it took back
     * @param undone whether it was taken back itself
     */
    record Operation(UUID id, String kind, boolean undone) {}

    UUID open(String kind, String actor, String reason, @Nullable UUID undoes) {
        var id = ids.next();
        var text =
                "insert into link_operation (id, kind, acted_by, reason, acted_at, undoes) values (?, ?, ?, ?, ?, ?)";
        sql.run(text, statement -> {
            statement.setObject(1, id);
            statement.setString(2, kind);
            statement.setString(3, actor);
            statement.setString(4, reason);
            statement.setObject(5, clock.instant().atOffset(ZoneOffset.UTC));
            statement.setObject(6, undoes);
            return statement.executeUpdate();
        });
        return id;
    }

    Optional<Operation> find(UUID id) {
        var text = """
                select id, kind, exists (select from link_operation as undo where undo.undoes = link_operation.id)
                from link_operation where id = ?
                """;
        return sql.run(text, statement -> {
            statement.setObject(1, id);
            return Sql.rows(
                            statement,
                            row -> new Operation(row.getObject(1, UUID.class), row.getString(2), row.getBoolean(3)))
                    .stream()
                    .findFirst();
        });
    }

    /** Acts, newest first, each with a few of the customers that it changed. */
    public List<StewardDesk.Act> list(UUID before, int limit) {
        var text = """
                select id, kind, acted_by, reason, acted_at, undoes,
                    exists (select from link_operation as undo where undo.undoes = operation.id) as undone,
                    array(select distinct customer.ucid from (select * from link_history
                        where link_history.operation_id = operation.id limit 20) as moved
                        join customer on customer.id in (moved.from_customer, moved.to_customer) limit 4) as touched
                from link_operation as operation where id < ? order by id desc limit ?
                """;
        return sql.run(text, statement -> {
            statement.setObject(1, before);
            statement.setInt(2, limit);
            return Sql.rows(statement, OperationTable::act);
        });
    }

    private static StewardDesk.Act act(ResultSet row) throws SQLException {
        return new StewardDesk.Act(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("acted_by"),
                row.getString("reason"),
                row.getObject("acted_at", OffsetDateTime.class).toInstant(),
                row.getObject("undoes", UUID.class),
                row.getBoolean("undone"),
                Stream.of((String[]) row.getArray("touched").getArray())
                        .map(Ucid::new)
                        .toList());
    }

    /** Decides about pairs; what was decided about them, or about the pairs to be forgotten, comes back with an undo. */
    void decide(UUID operation, Map<RecordPair, Known.Kind> decisions, Collection<RecordPair> forgotten) {
        var replaced = new HashMap<>(decisions);
        forgotten.forEach(pair -> replaced.putIfAbsent(pair, Known.Kind.SAME));
        remember(operation, replaced.keySet());
        var text = """
                insert into match_decision (record_a, record_b, verdict, operation_id)
                select record_a, record_b, verdict, ? from unnest(?::uuid[], ?::uuid[], ?::text[])
                    as decided (record_a, record_b, verdict)
                """;
        var ordered = List.copyOf(decisions.entrySet());
        sql.run(text, statement -> {
            statement.setObject(1, operation);
            Sql.setUuids(
                    statement, 2, ordered.stream().map(entry -> entry.getKey().a()));
            Sql.setUuids(
                    statement, 3, ordered.stream().map(entry -> entry.getKey().b()));
            Sql.setTexts(
                    statement, 4, ordered.stream().map(entry -> entry.getValue().code()));
            return statement.executeUpdate();
        });
    }

    private void remember(UUID operation, Collection<RecordPair> pairs) {
        var text = """
                with gone as (delete from match_decision where (record_a, record_b) in
                        (select * from unnest(?::uuid[], ?::uuid[])) returning *)
                update link_operation set replaced = (select coalesce(jsonb_agg(jsonb_build_array(
                    record_a, record_b, verdict, operation_id)), '[]') from gone) where id = ?
                """;
        sql.run(text, statement -> {
            Sql.setUuids(statement, 1, pairs.stream().map(RecordPair::a));
            Sql.setUuids(statement, 2, pairs.stream().map(RecordPair::b));
            statement.setObject(3, operation);
            return statement.executeUpdate();
        });
    }

    /** What an operation decided is decided no longer, and what it overruled is again. */
    void takeBack(UUID operation) {
        sql.run("delete from match_decision where operation_id = ?", statement -> {
            statement.setObject(1, operation);
            return statement.executeUpdate();
        });
        var text = """
                insert into match_decision (record_a, record_b, verdict, operation_id)
                select (old->>0)::uuid, (old->>1)::uuid, old->>2, (old->>3)::uuid
                from link_operation, jsonb_array_elements(replaced) as old
                where id = ? and exists (select from source_record where source_record.id = (old->>0)::uuid)
                    and exists (select from source_record where source_record.id = (old->>1)::uuid)
                on conflict (record_a, record_b) do nothing
                """;
        sql.run(text, statement -> {
            statement.setObject(1, operation);
            return statement.executeUpdate();
        });
    }

    /** Where the records that an operation moved came from, as far as they still exist. */
    Map<UUID, UUID> origins(UUID operation) {
        var text = """
                select record_id, from_customer from link_history where operation_id = ? and from_customer is not null
                    and exists (select from link where link.record_id = link_history.record_id)
                """;
        return pairs(text, operation);
    }

    /** The records about which an operation decided. */
    List<UUID> decided(UUID operation) {
        var text = """
                select record_a from match_decision where operation_id = ?
                union select record_b from match_decision where operation_id = ?
                """;
        return sql.run(text, statement -> {
            statement.setObject(1, operation);
            statement.setObject(2, operation);
            return Sql.rows(statement, row -> row.getObject(1, UUID.class));
        });
    }

    private Map<UUID, UUID> pairs(String text, UUID operation) {
        var found = new HashMap<UUID, UUID>();
        sql.run(text, statement -> {
            statement.setObject(1, operation);
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
