package io.chancery.message.run.work;

import io.chancery.dispatch.Dispatcher;
import io.chancery.platform.Sql;
import io.chancery.platform.work.Priority;
import io.chancery.platform.work.ShardLeases;
import io.chancery.vocabulary.Channel;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * How much there is to do before more messages are made of runs. Little waits there, so that who comes later waits little,
 * and a pause or a cancellation has little to wait for.
 */
@ApplicationScoped
class RunQueue {

    private final Sql sql;
    private final Dispatcher dispatcher;
    private final int most;

    RunQueue(Sql sql, Dispatcher dispatcher, RunConfig config) {
        this.sql = sql;
        this.dispatcher = dispatcher;
        this.most = config.mostQueued();
    }

    /** How many more deliveries of this priority may wait. */
    int room(Priority priority) {
        // Shard by shard, as the keys are: a look at what is there, up to the limit.
        var text = """
                select count(*) from (
                    select from (
                        select delivery_id from generate_series(0, ?) as shards (no) cross join lateral (
                            select delivery_id from compose_queue where shard = shards.no and priority = ? limit ?) as waiting
                        union all
                        select delivery_id from generate_series(0, ?) as shards (no)
                            cross join unnest(?::text[]) as channels (name)
                            cross join lateral (
                                select delivery_id from dispatch_queue
                                where channel = channels.name and shard = shards.no and priority = ? limit ?) as ready)
                    limit ?)
                """;
        return sql.run(text, statement -> {
            statement.setInt(1, ShardLeases.COUNT - 1);
            statement.setInt(2, priority.number());
            statement.setInt(3, most);
            statement.setInt(4, ShardLeases.COUNT - 1);
            Sql.setTexts(statement, 5, dispatcher.channels().stream().map(Channel::name));
            statement.setInt(6, priority.number());
            statement.setInt(7, most);
            statement.setInt(8, most);
            return most - Sql.rows(statement, row -> row.getInt(1)).get(0);
        });
    }
}
