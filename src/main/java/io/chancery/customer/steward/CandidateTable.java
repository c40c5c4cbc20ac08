package io.chancery.customer.steward;

import io.chancery.customer.CandidateView.Side;
import io.chancery.customer.resolve.RecordPair;
import io.chancery.platform.Sql;
import io.chancery.vocabulary.Ucid;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Open questions, with both records as their sources have them. */
@ApplicationScoped
class CandidateTable {

    private static final String SELECT = """
            select candidate.id, candidate.kind, candidate.weight, candidate.opened_at, candidate.record_a,
                candidate.record_b, md5(concat_ws('/', a_customer.ucid, a_customer.version, b_customer.ucid,
                    b_customer.version, candidate.kind)) as version,
                a.source as a_source, a.external_id as a_external_id, a_customer.ucid as a_ucid,
                concat_ws(' ', nullif(a.title, ''), nullif(a.given_name, ''), nullif(a.family_name, '')) as a_name,
                a.birth_date as a_birth_date, a_reach.email as a_email, a_reach.mobile as a_mobile,
                a_reach.phone as a_phone, a_reach.postal as a_postal,
                b.source as b_source, b.external_id as b_external_id, b_customer.ucid as b_ucid,
                concat_ws(' ', nullif(b.title, ''), nullif(b.given_name, ''), nullif(b.family_name, '')) as b_name,
                b.birth_date as b_birth_date, b_reach.email as b_email, b_reach.mobile as b_mobile,
                b_reach.phone as b_phone, b_reach.postal as b_postal
            from match_candidate as candidate
                join source_record as a on a.id = candidate.record_a
                join source_record as b on b.id = candidate.record_b
                join link as a_link on a_link.record_id = a.id join customer as a_customer on a_customer.id = a_link.customer_id
                join link as b_link on b_link.record_id = b.id join customer as b_customer on b_customer.id = b_link.customer_id
                cross join lateral (%s) as a_reach
                cross join lateral (%s) as b_reach
            """.formatted(reach("a"), reach("b"));

    private final Sql sql;

    CandidateTable(Sql sql) {
        this.sql = sql;
    }

    private static String reach(String record) {
        return """
                select max(value) filter (where kind = 'email') as email, max(value) filter (where kind = 'mobile') as mobile,
                    max(value) filter (where kind = 'phone') as phone,
                    max(concat_ws(', ', street, concat_ws(' ', postcode, city), country)) filter (where kind = 'postal')
                        as postal
                from contact_point where record_id = %s.id
                """.formatted(record);
    }

    /** A question, and the pair that it is about. */
    record Row(
            UUID id, RecordPair pair, String kind, double weight, Instant openedAt, String version, Side a, Side b) {}

    /**
     * Open questions, the oldest first.
     *
     * @param kind null for all
     * @param after the last one that the caller has
     */
    List<Row> list(@Nullable String kind, UUID after, int limit) {
        return sql.run(
                SELECT + "where candidate.id > ? and (?::text is null or kind = ?) order by candidate.id limit ?",
                statement -> {
                    statement.setObject(1, after);
                    statement.setString(2, kind);
                    statement.setString(3, kind);
                    statement.setInt(4, limit);
                    return Sql.rows(statement, CandidateTable::row);
                });
    }

    long count(@Nullable String kind) {
        return sql.run("select count(*) from match_candidate where ?::text is null or kind = ?", statement -> {
            statement.setString(1, kind);
            statement.setString(2, kind);
            return Sql.rows(statement, row -> row.getLong(1)).get(0);
        });
    }

    Optional<Row> find(UUID id) {
        return sql.run(SELECT + "where candidate.id = ?", statement -> {
            statement.setObject(1, id);
            return Sql.rows(statement, CandidateTable::row).stream().findFirst();
        });
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                new RecordPair(row.getObject("record_a", UUID.class), row.getObject("record_b", UUID.class)),
                row.getString("kind"),
                row.getDouble("weight"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getString("version"),
                side(row, "a_"),
                side(row, "b_"));
    }

    private static Side side(ResultSet row, String prefix) throws SQLException {
        var reach = Stream.of(
                        row.getString(prefix + "postal"),
                        row.getString(prefix + "email"),
                        row.getString(prefix + "mobile"),
                        row.getString(prefix + "phone"))
                .filter(Objects::nonNull)
                .toList();
        return new Side(
                row.getString(prefix + "source"),
                row.getString(prefix + "external_id"),
                new Ucid(row.getString(prefix + "ucid")),
                row.getString(prefix + "name"),
                row.getString(prefix + "birth_date"),
                reach);
    }
}
