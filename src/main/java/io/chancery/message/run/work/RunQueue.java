package io.chancery.message.run.work;

import io.chancery.dispatch.Dispatcher;
import io.chancery.platform.Sql;
import io.chancery.platform.work.Priority;
import io.chancery.platform.work.ShardLeases;
import io.chancery.vocabulary.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How much there is to do before more messages are made of runs. Little waits there, so that who comes later waits little,
 * and a pause or a cancellation has little to wait for. Used by one thread.
 */
@ApplicationScoped
class RunQueue {

    private static final UUID START = new UUID(0, 0);
    /** Rows may come in before the place where counting begins, so now and then it counts from the start. */
    private static final long RENEWAL_NANOS = Duration.ofSeconds(1).toNanos();

    private static final int COST_FACTOR = 20;

    private final Sql sql;
    private final Dispatcher dispatcher;
    private final int most;
    private final Map<Priority, Place> places = new EnumMap<>(Priority.class);

    RunQueue(Sql sql, Dispatcher dispatcher, RunConfig config) {
        this.sql = sql;
        this.dispatcher = dispatcher;
        this.most = config.mostQueued();
    }

    /** How many more deliveries of this priority may wait; none until a quarter of the most: each count has its price. */
    int room(Priority priority) {
        long begun = System.nanoTime();
        var place = places.computeIfAbsent(priority, name -> new Place());
        if (begun - place.renewAt >= 0) {
            place.first = START;
        }
        int waiting = count(priority, place);
        if (place.first.equals(START)) {
            place.renewAt = begun + Math.max(RENEWAL_NANOS, COST_FACTOR * (System.nanoTime() - begun));
        }
        int room = most - waiting;
        return room * 4 >= most ? room : 0;
    }

    /** Shard by shard, as the keys are: a look at what is there, up to the limit. */
    private int count(Priority priority, Place place) {
        var text = """
                select count(*), (array_agg(delivery_id order by delivery_id))[1] from (
                    select delivery_id from (
                        select delivery_id from generate_series(0, ?) as shards (no) cross join lateral (
                            select delivery_id from compose_queue
                            where shard = shards.no and priority = ? and delivery_id >= ?
                            order by shard, priority, delivery_id limit ?) as waiting
                        union all
                        select delivery_id from generate_series(0, ?) as shards (no)
                            cross join unnest(?::text[]) as channels (name)
                            cross join lateral (
                                select delivery_id from dispatch_queue
                                where channel = channels.name and shard = shards.no and priority = ? and delivery_id >= ?
                                order by channel, shard, priority, delivery_id limit ?) as ready)
                    limit ?)
                """;
        return sql.run(text, statement -> {
            statement.setInt(1, ShardLeases.COUNT - 1);
            statement.setInt(2, priority.number());
            statement.setObject(3, place.first);
            statement.setInt(4, most);
            statement.setInt(5, ShardLeases.COUNT - 1);
            Sql.setTexts(statement, 6, dispatcher.channels().stream().map(Channel::name));
            statement.setInt(7, priority.number());
            statement.setObject(8, place.first);
            statement.setInt(9, most);
            statement.setInt(10, most);
            return Sql.rows(statement, row -> place.found(row.getInt(1), row.getObject(2, UUID.class)))
                    .get(0);
        });
    }

    /** Where counting begins: rows before it are gone, but as long as somebody reads an old state they cost as if they were there. */
    private final class Place {

        private UUID first = START;
        private long renewAt = System.nanoTime();

        private int found(int count, @Nullable UUID least) {
            // A count that stopped at the limit has not seen the least.
            first = least == null || count == most ? first : least;
            return count;
        }
    }
}
