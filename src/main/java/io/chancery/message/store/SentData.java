package io.chancery.message.store;

import io.chancery.platform.IdGenerator;
import io.chancery.platform.Sql;
import io.chancery.template.DataSenders;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks into the data of the newest messages of each client, and at the copies of them. */
@ApplicationScoped
class SentData implements DataSenders {

    /** What is looked at of each client: enough to tell, and read in no time. */
    static final int MOST_MESSAGES = 1000;

    private static final int BEFORE_COUNTS = 2;

    private static final String SENT = """
            select client.name, count(*) as messages%s
            from api_client as client cross join lateral (
                select id, data from message where template = ? and client_id = client.id and id >= ?
                order by id desc limit ?) as sent
            group by client.name order by client.name
            """;

    private static final String FOUND =
            ", count(*) filter (where jsonb_path_exists(data, ?::jsonpath, silent => true))";

    private static final String ASKED =
            ", count(*) filter (where exists (select from copy where message_id = sent.id and role = ?))";

    private final Sql sql;

    SentData(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Sender> senders(String template, Instant since, Map<String, String> paths, List<String> roles) {
        var names = List.copyOf(paths.keySet());
        var counts = FOUND.repeat(names.size()) + ASKED.repeat(roles.size());
        return sql.run(SENT.formatted(counts), statement -> {
            int index = 0;
            for (var name : names) {
                statement.setString(++index, paths.get(name));
            }
            for (var role : roles) {
                statement.setString(++index, role);
            }
            statement.setString(++index, template);
            statement.setObject(++index, IdGenerator.floor(since));
            statement.setInt(++index, MOST_MESSAGES);
            return Sql.rows(statement, row -> sender(row, names, roles));
        });
    }

    private static Sender sender(ResultSet row, List<String> names, List<String> roles) throws SQLException {
        long messages = row.getLong("messages");
        return new Sender(
                row.getString("name"),
                messages,
                messages < MOST_MESSAGES,
                counts(row, BEFORE_COUNTS, names),
                counts(row, BEFORE_COUNTS + names.size(), roles));
    }

    private static Map<String, Long> counts(ResultSet row, int before, List<String> names) throws SQLException {
        var counts = new HashMap<String, Long>();
        for (int i = 0; i < names.size(); i++) {
            counts.put(names.get(i), row.getLong(before + i + 1));
        }
        return counts;
    }
}
