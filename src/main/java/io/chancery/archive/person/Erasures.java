package io.chancery.archive.person;

import io.chancery.archive.person.ErasureRecord.Asked;
import io.chancery.platform.Sql;
import io.chancery.platform.keys.MasterKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.SecretKey;

/** The erasures on record. Each is bound by a key that is not in the database, so nobody can invent one who has that alone. */
@ApplicationScoped
public class Erasures {

    private static final String SELECT = """
            select id, customer_ids, ucid, asked_by, reason, asked_at, erased_at, report, kept, commitment from erasure
            """;

    private final Sql sql;
    private final SecretKey key;

    Erasures(Sql sql, MasterKey master) {
        this.sql = sql;
        this.key = master.derived("erasure");
    }

    /** Puts one on record, in the caller's transaction. */
    public void insert(ErasureRecord erased) {
        var text = """
                insert into erasure (id, customer_ids, ucid, asked_by, reason, asked_at, erased_at, report, kept, commitment)
                values (?, ?, ?, ?, ?, ?, ?, ?::json, ?, ?)
                """;
        sql.run(text, statement -> {
            statement.setObject(1, erased.id());
            Sql.setUuids(statement, 2, erased.customerIds().stream());
            statement.setString(3, erased.ucid());
            statement.setString(4, erased.asked().by());
            statement.setString(5, erased.asked().reason());
            statement.setObject(6, erased.asked().at().atOffset(ZoneOffset.UTC));
            statement.setObject(7, erased.erasedAt().atOffset(ZoneOffset.UTC));
            statement.setString(8, erased.report());
            Sql.setUuids(statement, 9, erased.kept().stream());
            statement.setBytes(10, erased.commitment(key));
            return statement.executeUpdate();
        });
    }

    /** What was kept of each of these customers who were erased; whoever was not, or without our doing, is missing. */
    public Map<UUID, Set<UUID>> of(Collection<UUID> customerIds) {
        var kept = new HashMap<UUID, Set<UUID>>();
        if (!customerIds.isEmpty()) {
            genuine(SELECT + " where customer_ids && ?", customerIds)
                    .forEach(erased -> erased.customerIds().forEach(id -> kept.put(id, Set.copyOf(erased.kept()))));
        }
        return kept;
    }

    /** The erasure of a customer. */
    public Optional<ErasureRecord> find(UUID customerId) {
        return genuine(SELECT + " where customer_ids && ?", List.of(customerId)).findFirst();
    }

    private Stream<ErasureRecord> genuine(String text, Collection<UUID> customerIds) {
        return sql
                .run(text, statement -> {
                    Sql.setUuids(statement, 1, customerIds.stream());
                    return Sql.rows(statement, this::genuine);
                })
                .stream()
                .flatMap(Optional::stream);
    }

    private Optional<ErasureRecord> genuine(ResultSet row) throws SQLException {
        var erased = new ErasureRecord(
                row.getObject(1, UUID.class),
                List.of((UUID[]) row.getArray(2).getArray()),
                row.getString(3),
                new Asked(row.getString(4), row.getString(5), time(row, 6)),
                time(row, 7),
                row.getString(8),
                List.of((UUID[]) row.getArray(9).getArray()));
        return MessageDigest.isEqual(erased.commitment(key), row.getBytes(10)) ? Optional.of(erased) : Optional.empty();
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
