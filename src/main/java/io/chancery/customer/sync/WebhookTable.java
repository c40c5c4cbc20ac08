package io.chancery.customer.sync;

import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Where sources want to be told. */
@ApplicationScoped
class WebhookTable {

    private final Sql sql;
    private final Clock clock;

    WebhookTable(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Transactional
    void put(String source, String url, byte[] secret) {
        var text = """
                insert into source_webhook (source, url, secret, changed_at) values (?, ?, ?, ?)
                on conflict (source) do update set url = excluded.url, secret = excluded.secret,
                    changed_at = excluded.changed_at
                """;
        sql.run(text, statement -> {
            statement.setString(1, source);
            statement.setString(2, url);
            statement.setBytes(3, secret);
            statement.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        });
    }

    Optional<String> url(String source) {
        return sql.run("select url from source_webhook where source = ?", statement -> {
            statement.setString(1, source);
            return Sql.rows(statement, row -> row.getString(1)).stream().findFirst();
        });
    }

    @Transactional
    boolean remove(String source) {
        var facts = "delete from back_sync_fact using source_record where source_record.id = record_id and source = ?";
        for (var text : List.of(facts, "delete from back_sync where source = ?")) {
            sql.run(text, statement -> {
                statement.setString(1, source);
                return statement.executeUpdate();
            });
        }
        return sql.run("delete from source_webhook where source = ?", statement -> {
            statement.setString(1, source);
            return statement.executeUpdate() > 0;
        });
    }
}
