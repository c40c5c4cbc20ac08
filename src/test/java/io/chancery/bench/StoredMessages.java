package io.chancery.bench;

import java.sql.Connection;
import java.sql.SQLException;

/** Fills the archive with copies of what is in it, so that its size can be seen in the figures. */
final class StoredMessages {

    private static final int BATCH = 20_000;

    private final Connection database;

    StoredMessages(Connection database) {
        this.database = database;
    }

    /** Copies the oldest delivered texts, whole, until so many are stored; as many mails would not fit on a disk of tests. */
    void reach(int wanted) throws SQLException {
        long start = System.nanoTime();
        try (var statement = database.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("""
                    create temporary table template_row as
                    select m.id as message_id, d.id as delivery_id, row_number() over (order by m.id) as no
                    from message m join delivery d on d.message_id = m.id join message_outcome o on o.message_id = m.id
                    where o.outcome = 'delivered' and d.channel = 'sms' limit %d
                    """.formatted(BATCH));
            int made = 0;
            for (int round = 0; made < wanted; round++) {
                made += copy(round);
            }
            statement.execute("set session_replication_role = origin");
            statement.execute("vacuum analyze");
            System.out.printf("%d messages stored in %.0f s%n", made, LoadProgram.seconds(start));
        }
    }

    /** Ids as of an earlier time, as they would have been made, in the order of the index. */
    private int copy(int round) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("drop table if exists pair");
            statement.execute("""
                    create temporary table pair as select message_id, delivery_id,
                        (lpad(to_hex(1700000000000 + %1$d::bigint * 100000 + no), 12, '0') || '7' || substr(md5('m' || no || '-' || %1$d), 1, 3)
                            || '8' || substr(md5('m' || no || '-' || %1$d), 4, 15))::uuid as new_message,
                        (lpad(to_hex(1700000000000 + %1$d::bigint * 100000 + no), 12, '0') || '7' || substr(md5('d' || no || '-' || %1$d), 1, 3)
                            || '8' || substr(md5('d' || no || '-' || %1$d), 4, 15))::uuid as new_delivery
                    from template_row
                    """.formatted(round));
            int made = statement.executeUpdate(insert("message", "id", "message_id", "new_message"));
            statement.execute("insert into message_outcome select new_message, 'delivered' from pair");
            statement.execute("""
                    insert into delivery (id, customer_id, message_id, channel, status, template_version_id, run_id)
                    select new_delivery, customer_id, new_message, channel, status, template_version_id, run_id
                    from delivery join pair on delivery_id = id
                    """);
            for (var table : new String[] {"event", "attempt", "attempt_reference", "archive_entry"}) {
                statement.execute(insert(table, "delivery_id", "delivery_id", "new_delivery"));
            }
            return made;
        }
    }

    private String insert(String table, String key, String old, String fresh) throws SQLException {
        try (var query = database.prepareStatement("""
                select string_agg(quote_ident(column_name), ', '),
                    string_agg(case when column_name = ? then ? else 't.' || quote_ident(column_name) end, ', ')
                from information_schema.columns where table_schema = 'public' and table_name = ?
                """)) {
            query.setString(1, key);
            query.setString(2, fresh);
            query.setString(3, table);
            try (var row = query.executeQuery()) {
                row.next();
                return "insert into %s (%s) select %s from %s t join pair on pair.%s = t.%s"
                        .formatted(table, row.getString(1), row.getString(2), table, old, key);
            }
        }
    }
}
