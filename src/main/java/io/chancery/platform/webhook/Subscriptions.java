package io.chancery.platform.webhook;

import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which events anybody wants, so that those that nobody wants cost nothing. Another node knows of a new webhook a moment
 * later, when its own job has looked.
 */
@ApplicationScoped
public class Subscriptions {

    private final Sql sql;
    private volatile @Nullable Set<String> wanted;

    Subscriptions(Sql sql) {
        this.sql = sql;
    }

    /** Whether anybody wants events of a type, or may want those of today when he is back. */
    public boolean wants(String type) {
        var known = wanted;
        return (known == null ? refresh() : known).contains(type);
    }

    /** Of webhooks that are disabled, too: what happens meanwhile may be replayed to them. */
    Set<String> refresh() {
        var found = Set.copyOf(sql.run(
                "select distinct unnest(events) from webhook",
                statement -> Sql.rows(statement, row -> row.getString(1))));
        wanted = found;
        return found;
    }
}
