package io.chancery.customer.source;

import io.chancery.customer.SourceDesk.Freshness;
import io.chancery.customer.SourceDesk.Holdings;
import io.chancery.customer.SourceDesk.LastImport;
import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts what a source has brought: every record of it is looked at, so it is not for every call. */
@ApplicationScoped
class HoldingsTable {

    /** Attribute by attribute, when a record has a value. */
    private static final Map<String, String> FILLED = filled();

    private static final String COUNTS = """
            select count(*) as records, count(distinct link.customer_id) as customers, max(modified_at) as newest,
                percentile_disc(0.5) within group (order by modified_at) as median, max(received_at) as received,
                avg(quality) as quality, %s
            from source_record as record left join link on link.record_id = record.id
            where record.source = ?
            """.formatted(FILLED.entrySet().stream()
            .map(each -> "count(*) filter (where " + each.getValue() + ") as \"" + each.getKey() + "\"")
            .collect(Collectors.joining(", ")));

    private static final String CONTACT_POINTS = """
            select case when kind = 'postal' then 'address' else kind end, count(*)
            from contact_point join source_record as record on record.id = contact_point.record_id
            where record.source = ? group by kind
            """;

    private final Sql sql;

    HoldingsTable(Sql sql) {
        this.sql = sql;
    }

    private static Map<String, String> filled() {
        var conditions = new LinkedHashMap<String, String>();
        conditions.put("salutation", "salutation <> ''");
        conditions.put("title", "title <> ''");
        conditions.put("given-name", "given_name <> ''");
        conditions.put("family-name", "family_name <> ''");
        conditions.put("birth-date", "birth_date is not null");
        conditions.put("preferred-channel", "preferred_channel is not null");
        return conditions;
    }

    Holdings count(String source, Instant now) {
        var reachable = contactPoints(source);
        return sql.run(COUNTS, statement -> {
            statement.setString(1, source);
            return Sql.rows(statement, row -> holdings(row, reachable, now)).get(0);
        });
    }

    private Map<String, Long> contactPoints(String source) {
        return sql.run(CONTACT_POINTS, statement -> {
            statement.setString(1, source);
            var counts = new TreeMap<>(Map.of("address", 0L, "email", 0L, "mobile", 0L, "phone", 0L));
            Sql.rows(statement, row -> counts.put(row.getString(1), row.getLong(2)));
            return counts;
        });
    }

    @Nullable
    LastImport lastImport(String source) {
        var text = "select id, status, received_at from import where source = ? order by id desc limit 1";
        return sql
                .run(text, statement -> {
                    statement.setString(1, source);
                    return Sql.rows(
                            statement,
                            row -> new LastImport(
                                    row.getObject(1, UUID.class),
                                    row.getString(2),
                                    row.getObject(3, OffsetDateTime.class).toInstant()));
                })
                .stream()
                .findFirst()
                .orElse(null);
    }

    private static Holdings holdings(ResultSet row, Map<String, Long> reachable, Instant now) throws SQLException {
        long records = row.getLong("records");
        var shares = new LinkedHashMap<String, Double>();
        for (var attribute : FILLED.keySet()) {
            shares.put(attribute, share(row.getLong(attribute), records));
        }
        reachable.forEach((kind, count) -> shares.put(kind, share(count, records)));
        var fresh = new Freshness(instant(row, "newest"), instant(row, "median"), instant(row, "received"));
        var average = row.getBigDecimal("quality");
        var quality = average == null
                ? null
                : average.setScale(1, RoundingMode.HALF_UP).doubleValue();
        return new Holdings(records, row.getLong("customers"), shares, fresh, quality, now);
    }

    /** To a tenth of a percent. */
    private static double share(long part, long whole) {
        return whole == 0 ? 0 : Math.round(part * 1_000.0 / whole) / 1_000.0;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
