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

/** Looks into the data of the newest messages of each client. */
@ApplicationScoped
class SentData implements DataSenders {

    /** What is looked at of each client: enough to tell, and read in no time. */
    static final int MOST_MESSAGES = 1000;

    private static final String SENT = """
            select client.name, count(*) as messages%s
            from api_client as client cross join lateral (
                select data from message where template = ? and client_id = client.id and id >= ?
                order by id desc limit ?) as sent
            group by client.name order by client.name
            """;

    private static final String FOUND =
            ", count(*) filter (where jsonb_path_exists(data, ?::jsonpath, silent => true))";

    private final Sql sql;

    SentData(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Sender> senders(String template, Instant since, Map<String, String> paths) {
        var names = List.copyOf(paths.keySet());
        return sql.run(SENT.formatted(FOUND.repeat(names.size())), statement -> {
            int index = 0;
            for (var name : names) {
                statement.setString(++index, paths.get(name));
            }
            statement.setString(++index, template);
            statement.setObject(++index, IdGenerator.floor(since));
            statement.setInt(++index, MOST_MESSAGES);
            return Sql.rows(statement, row -> sender(row, names));
        });
    }

    private static Sender sender(ResultSet row, List<String> names) throws SQLException {
        var matching = new HashMap<String, Long>();
        for (int i = 0; i < names.size(); i++) {
            matching.put(names.get(i), row.getLong(i + 3));
        }
        long messages = row.getLong("messages");
        return new Sender(row.getString("name"), messages, messages < MOST_MESSAGES, matching);
    }
}
