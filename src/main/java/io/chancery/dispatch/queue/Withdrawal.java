package io.chancery.dispatch.queue;

import io.chancery.platform.Sql;
import io.chancery.vocabulary.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Takes deliveries out of the queue before an attempt is begun. What an attempt has been begun for is past recalling. */
@ApplicationScoped
public class Withdrawal {

    private final Sql sql;

    Withdrawal(Sql sql) {
        this.sql = sql;
    }

    /**
     * Takes out what can be, in the caller's transaction.
     *
     * @param shard of the customer
     * @param deliveries with their channels
     * @return which; the others are being handed over, have ended, or were never queued
     */
    public Set<UUID> withdraw(int shard, Map<UUID, Channel> deliveries) {
        // What is due moves from those that wait to the queue, and back after an attempt: asked on both sides, it is
        // not missed.
        var withdrawn = new HashSet<>(deleteWaiting(deliveries.keySet()));
        lock(shard, deliveries);
        withdrawn.addAll(deleteReady(shard, deliveries));
        withdrawn.addAll(deleteWaiting(deliveries.keySet()));
        return withdrawn;
    }

    private List<UUID> deleteWaiting(Set<UUID> ids) {
        return sql.run("delete from dispatch_retry where delivery_id = any (?) returning delivery_id", statement -> {
            Sql.setUuids(statement, 1, ids.stream());
            return Sql.rows(statement, row -> row.getObject(1, UUID.class));
        });
    }

    /** Waits for attempts that are just being begun, so that the next statement sees them. */
    private void lock(int shard, Map<UUID, Channel> deliveries) {
        run(shard, deliveries, """
                select queue.delivery_id from dispatch_queue as queue join asked using (channel, delivery_id)
                where queue.shard = ? and queue.priority in (0, 1, 2)
                order by queue.delivery_id
                for update of queue
                """);
    }

    private List<UUID> deleteReady(int shard, Map<UUID, Channel> deliveries) {
        return run(shard, deliveries, """
                delete from dispatch_queue as queue using asked
                where queue.channel = asked.channel and queue.delivery_id = asked.delivery_id
                    and queue.shard = ? and queue.priority in (0, 1, 2)
                    and not exists (select from open_attempt as open where open.delivery_id = asked.delivery_id)
                returning queue.delivery_id
                """);
    }

    private List<UUID> run(int shard, Map<UUID, Channel> deliveries, String text) {
        var asked = "with asked as (select * from unnest(?::text[], ?::uuid[]) as asked (channel, delivery_id))\n";
        return sql.run(asked + text, statement -> {
            Sql.setTexts(statement, 1, deliveries.values().stream().map(Channel::name));
            Sql.setUuids(statement, 2, deliveries.keySet().stream());
            statement.setInt(3, shard);
            return Sql.rows(statement, row -> row.getObject(1, UUID.class));
        });
    }
}
