package io.chancery.dispatch.provider;

import io.chancery.dispatch.ProviderProfile;
import io.chancery.dispatch.Providers.Cause;
import io.chancery.dispatch.Providers.Move;
import io.chancery.platform.Sql;
import io.chancery.platform.work.Transactions;
import io.chancery.vocabulary.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The points of providers, for all nodes. */
@ApplicationScoped
class ShareTable {

    private final Sql sql;
    private final Transactions transactions;

    ShareTable(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /** So many points more, or less, and why. */
    record Change(int points, Cause cause, Instant at) {}

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
    boolean add(Channel channel, ProviderProfile provider, Change change, Instant unchangedSince) {
        var text = """
                update provider_share set points = greatest(0, least(?, points + ?)), changed_at = ?, cause = ?
                where channel = ? and provider = ? and changed_at <= ?
                    and points <> greatest(0, least(?, points + ?))
                """;
        return transactions.call(() -> sql.run(text, statement -> {
            statement.setInt(1, provider.weight());
            statement.setInt(2, change.points());
            statement.setObject(3, change.at().atOffset(ZoneOffset.UTC));
            statement.setString(4, change.cause().name().toLowerCase(Locale.ROOT));
            statement.setString(5, channel.name());
            statement.setString(6, provider.name());
            statement.setObject(7, unchangedSince.atOffset(ZoneOffset.UTC));
            statement.setInt(8, provider.weight());
            statement.setInt(9, change.points());
            return statement.executeUpdate() > 0;
        }));
    }

    /** The last change of a provider's points. */
    Optional<Move> lastMove(Channel channel, String provider) {
        var text =
                "select changed_at, cause from provider_share where channel = ? and provider = ? and cause is not null";
        return transactions.call(() -> sql.run(text, statement -> {
            statement.setString(1, channel.name());
            statement.setString(2, provider);
            return Sql.rows(
                            statement,
                            row -> new Move(
                                    row.getObject(1, OffsetDateTime.class).toInstant(),
                                    Cause.valueOf(row.getString(2).toUpperCase(Locale.ROOT))))
                    .stream()
                    .findFirst();
        }));
    }
}
