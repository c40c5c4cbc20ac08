package io.chancery.customer;

import io.chancery.platform.Sql;
import io.chancery.vocabulary.Ucid;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads golden records: each question is one statement. */
@ApplicationScoped
class GoldenRecords {

    /** More words than a name has only slow the search down. */
    private static final int MAX_WORDS = 5;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Sql sql;

    GoldenRecords(Sql sql) {
        this.sql = sql;
    }

    Optional<UUID> findId(String source, String record) {
        var text = """
                select link.customer_id from source_record as record join link on link.record_id = record.id
                where record.source = ? and record.external_id = ?
                """;
        return sql.run(text, statement -> {
            statement.setString(1, source);
            statement.setString(2, record);
            return Sql.rows(statement, row -> row.getObject(1, UUID.class)).stream()
                    .findFirst();
        });
    }

    Optional<UUID> findId(Ucid ucid) {
        return sql.run("select id from golden_record where ucid = ?", statement -> {
            statement.setString(1, ucid.text());
            return Sql.rows(statement, row -> row.getObject(1, UUID.class)).stream()
                    .findFirst();
        });
    }

    List<GoldenRow> find(Collection<UUID> ids) {
        return sql.run("select * from golden_record where id = any (?)", statement -> {
            Sql.setUuids(statement, 1, ids.stream());
            return Sql.rows(statement, GoldenRow::read);
        });
    }

    /**
     * Customers in the order in which they came.
     *
     * @param query beginnings of names, or with «@» of an e-mail address; empty for all
     * @param after the last one that the caller has
     */
    List<GoldenRow> search(String query, @Nullable UUID after, int limit) {
        var words = Arrays.stream(query.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MAX_WORDS)
                .map(GoldenRecords::prefix)
                .toList();
        var email = query.contains("@");
        var text = new StringBuilder("select * from golden_record where id > ?");
        words.forEach(word -> text.append(
                email ? " and email like ?" : " and (lower(family_name) like ? or lower(given_name) like ?)"));
        text.append(" order by id limit ?");
        return sql.run(text.toString(), statement -> {
            int index = 1;
            statement.setObject(index++, after == null ? BEFORE_ALL : after);
            for (var word : words) {
                statement.setString(index++, word);
                if (!email) {
                    statement.setString(index++, word);
                }
            }
            statement.setInt(index, limit);
            return Sql.rows(statement, GoldenRow::read);
        });
    }

    private static String prefix(String word) {
        return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /** The records of each customer, by source and id. */
    Map<UUID, List<CustomerView.SourceRecord>> records(Collection<UUID> customerIds) {
        var text = """
                select link.customer_id, record.source, record.external_id, record.modified_at, record.received_at
                from link join source_record as record on record.id = link.record_id
                where link.customer_id = any (?) order by record.source, record.external_id
                """;
        return sql.run(text, statement -> {
            Sql.setUuids(statement, 1, customerIds.stream());
            var found = new HashMap<UUID, List<CustomerView.SourceRecord>>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                            .add(record(row));
                }
            }
            return found;
        });
    }

    private static CustomerView.SourceRecord record(ResultSet row) throws SQLException {
        var modified = row.getObject("modified_at", OffsetDateTime.class);
        return new CustomerView.SourceRecord(
                row.getString("source"),
                row.getString("external_id"),
                modified == null ? null : modified.toInstant(),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
    }
}
