package io.chancery.message.archive.search;

import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds deliveries: along a way that an index leads, and of those the ones that meet all conditions. */
@ApplicationScoped
public class SearchTable {

    private final Sql sql;

    SearchTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * What was found.
     *
     * @param ids newest first
     * @param horizon the oldest delivery that was looked at, if there may be older ones
     */
    public record Found(List<UUID> ids, @Nullable UUID horizon) {}

    /** The newest deliveries within the span, as far as the way is gone at once. */
    public Found find(Way way, List<Condition> conditions, Span span, int limit) {
        return sql.run(text(way, conditions), statement -> {
            Sql.setArray(statement, 1, way.type(), way.values(), value -> value);
            set(statement, 2, values(way, conditions, span, limit));
            return Sql.rows(statement, row -> new Found(uuids(row.getArray(2)), row.getObject(1, UUID.class)))
                    .get(0);
        });
    }

    /** Where a value's list was cut off, nothing older may be shown: it would stand before what was cut off. */
    static String text(Way way, List<Condition> conditions) {
        return """
                with leg as materialized (%s),
                horizon as materialized (
                    select low as id
                    from (select (array_agg(id order by id))[1] as low, count(*) as size from leg group by no) as each
                    where size >= ? order by low desc limit 1),
                candidate as (
                    select distinct id from leg
                    where id >= coalesce((select id from horizon), '00000000-0000-0000-0000-000000000000')
                    order by id desc)
                select (select id from horizon), array(
                    select delivery.id
                    from candidate
                        join delivery on delivery.id = candidate.id
                        join message on message.id = delivery.message_id
                        join template_version as version on version.id = message.template_version_id
                    where %s
                    order by candidate.id desc limit ?)
                """.formatted(way.sql(), conditions.stream().map(Condition::sql).collect(Collectors.joining(" and ")));
    }

    private static List<Object> values(Way way, List<Condition> conditions, Span span, int limit) {
        var values = new ArrayList<>(way.parameters(span));
        values.add(way.limit());
        for (var condition : conditions) {
            if (condition.value() != null) {
                values.add(condition.value());
            }
        }
        values.add(limit);
        return values;
    }

    private static void set(PreparedStatement statement, int first, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) instanceof UUID[] ids) {
                Sql.setUuids(statement, first + i, Arrays.stream(ids));
            } else {
                statement.setObject(first + i, values.get(i));
            }
        }
    }

    private static List<UUID> uuids(Array array) throws SQLException {
        return List.of((UUID[]) array.getArray());
    }

    static final String SAYING = """
            select delivery_id
            from (select delivery_id from archive_text where month = ? and words @@ ?::tsquery offset 0) as hit
            where delivery_id >= ? and delivery_id < ? limit ?
            """;

    /** Deliveries of one month that say something, in any order. */
    List<UUID> saying(String query, LocalDate month, Span span, int limit) {
        return sql.run(SAYING, statement -> {
            statement.setObject(1, month);
            statement.setString(2, query);
            statement.setObject(3, span.low());
            statement.setObject(4, span.high());
            statement.setInt(5, limit);
            return Sql.rows(statement, row -> row.getObject(1, UUID.class));
        });
    }

    /** The first delivery there ever was. */
    Optional<UUID> oldest() {
        return sql
                .run(
                        "select id from delivery order by id limit 1",
                        statement -> Sql.rows(statement, row -> row.getObject(1, UUID.class)))
                .stream()
                .findFirst();
    }

    /** Versions of templates for which all conditions hold, which speak of {@code message} and {@code version}. */
    List<UUID> versions(List<Condition> conditions, int limit) {
        var text = "select version.id from template_version as version cross join lateral"
                + " (select version.template, version.class) as message where "
                + conditions.stream().map(Condition::sql).collect(Collectors.joining(" and ")) + " limit ?";
        var values = new ArrayList<Object>();
        conditions.forEach(condition -> values.add(condition.value()));
        values.add(limit);
        return sql.run(text, statement -> {
            set(statement, 1, values);
            return Sql.rows(statement, row -> row.getObject(1, UUID.class));
        });
    }

    /** The stems of a word in the languages that we write in. */
    List<String> stems(String word) {
        var text = "select unnest(ts_lexize('german_stem', ?) || ts_lexize('english_stem', ?))";
        return sql.run(text, statement -> {
            statement.setString(1, word);
            statement.setString(2, word);
            return Sql.rows(statement, row -> row.getString(1));
        });
    }
}
