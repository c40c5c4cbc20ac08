package io.chancery.dispatch.provider;

import io.chancery.dispatch.ProviderProfile;
import io.chancery.platform.Sql;
import io.chancery.platform.work.Transactions;
import io.chancery.vocabulary.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The points of providers, for all nodes. */
@ApplicationScoped
class ShareTable {

    private final Sql sql;
    private final Transactions transactions;

    ShareTable(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /** Begins with each provider's weight; never more than that, if it has been lowered since. */
    void enroll(Channel channel, List<ProviderProfile> providers) {
        var text = """
                insert into provider_share (channel, provider, points, changed_at) values (?, ?, ?, 'epoch')
                on conflict (channel, provider) do update set points = excluded.points
                where provider_share.points > excluded.points
                """;
        transactions.run(() -> sql.run(text, statement -> {
            for (var provider : providers) {
                statement.setString(1, channel.name());
                statement.setString(2, provider.name());
                statement.setInt(3, provider.weight());
                statement.addBatch();
            }
            return statement.executeBatch();
        }));
    }

    Map<String, Integer> points(Channel channel) {
        var text = "select provider, points from provider_share where channel = ?";
        return transactions.call(() -> sql.run(text, statement -> {
            statement.setString(1, channel.name());
            var found = new HashMap<String, Integer>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.put(row.getString(1), row.getInt(2));
                }
            }
            return found;
        }));
    }

    /**
     * Adds points, or takes them away, if nothing has been changed since a time: so several nodes that see the same
     * make one change.
     *
     * @return whether it was changed
     */
    boolean add(Channel channel, ProviderProfile provider, int points, Instant unchangedSince, Instant now) {
        var text = """
                update provider_share set points = greatest(0, least(?, points + ?)), changed_at = ?
                where channel = ? and provider = ? and changed_at <= ?
                    and points <> greatest(0, least(?, points + ?))
                """;
        return transactions.call(() -> sql.run(text, statement -> {
            statement.setInt(1, provider.weight());
            statement.setInt(2, points);
            statement.setObject(3, now.atOffset(ZoneOffset.UTC));
            statement.setString(4, channel.name());
            statement.setString(5, provider.name());
            statement.setObject(6, unchangedSince.atOffset(ZoneOffset.UTC));
            statement.setInt(7, provider.weight());
            statement.setInt(8, points);
            return statement.executeUpdate() > 0;
        }));
    }
}
