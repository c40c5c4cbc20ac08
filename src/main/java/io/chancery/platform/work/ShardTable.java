package io.chancery.platform.work;

import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The tables behind the leases. Dates are the database's own, so that the clocks of the nodes need not agree. */
@ApplicationScoped
class ShardTable {

    private final Sql sql;

    ShardTable(Sql sql) {
        this.sql = sql;
    }

    /** Says that this node lives. */
    void beat(UUID node, Duration expiry) {
        var text = """
                insert into node (id, until) values (?, now() + ? * interval '1 millisecond')
                on conflict (id) do update set until = excluded.until
                """;
        sql.run(text, statement -> {
            statement.setObject(1, node);
            statement.setLong(2, expiry.toMillis());
            return statement.executeUpdate();
        });
    }

    /** Forgets nodes that have been away for a day and own nothing. */
    void forgetNodes() {
        var text = """
                delete from node
                where until < now() - interval '1 day' and not exists (select from shard where owner = node.id)
                """;
        sql.run(text, PreparedStatement::executeUpdate);
    }

    int countLiving() {
        return sql.run("select count(*) from node where until > now()", statement -> {
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        });
    }

    /** Takes what this node owned before it was restarted, under new epochs. */
    Map<Integer, Long> retake(UUID node) {
        return sql.run("update shard set epoch = epoch + 1 where owner = ? returning no, epoch", statement -> {
            statement.setObject(1, node);
            return epochs(statement);
        });
    }

    Map<Integer, Long> owned(UUID node) {
        return sql.run("select no, epoch from shard where owner = ?", statement -> {
            statement.setObject(1, node);
            return epochs(statement);
        });
    }

    /** Takes shards that nobody owns, or whose owner has stopped to live. */
    Map<Integer, Long> take(UUID node, int count) {
        var text = """
                update shard set owner = ?, epoch = epoch + 1
                where no in (
                    select no from shard left join node on node.id = shard.owner
                    where shard.owner is null or node.until < now()
                    order by no
                    limit ?
                    for update of shard skip locked)
                returning no, epoch
                """;
        return sql.run(text, statement -> {
            statement.setObject(1, node);
            statement.setInt(2, count);
            return epochs(statement);
        });
    }

    void release(UUID node, Collection<ShardLease> leases) {
        var text = """
                update shard set owner = null from unnest(?::smallint[], ?::bigint[]) as given (no, epoch)
                where shard.no = given.no and shard.epoch = given.epoch and shard.owner = ?
                """;
        sql.run(text, statement -> {
            setLeases(statement, leases);
            statement.setObject(3, node);
            return statement.executeUpdate();
        });
    }

    /** Locks the shards that are still ours until the end of the transaction, and returns their numbers. */
    List<Integer> lock(UUID node, Collection<ShardLease> leases) {
        var text = """
                select shard.no from shard join unnest(?::smallint[], ?::bigint[]) as held (no, epoch)
                    on shard.no = held.no and shard.epoch = held.epoch
                where shard.owner = ?
                order by shard.no
                for share of shard
                """;
        return sql.run(text, statement -> {
            setLeases(statement, leases);
            statement.setObject(3, node);
            return Sql.rows(statement, row -> row.getInt(1));
        });
    }

    private static void setLeases(PreparedStatement statement, Collection<ShardLease> leases) throws SQLException {
        Sql.setSmallints(statement, 1, leases.stream().map(ShardLease::shard));
        var epochs = leases.stream().map(ShardLease::epoch).toArray();
        statement.setArray(2, statement.getConnection().createArrayOf("bigint", epochs));
    }

    private static Map<Integer, Long> epochs(PreparedStatement statement) throws SQLException {
        var found = new HashMap<Integer, Long>();
        try (var row = statement.executeQuery()) {
            while (row.next()) {
                found.put(row.getInt(1), row.getLong(2));
            }
        }
        return found;
    }
}
