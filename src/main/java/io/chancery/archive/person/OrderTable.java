package io.chancery.archive.person;

import io.chancery.archive.person.ErasureRecord.Asked;
import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Erasures that have been asked for and are not over. */
@ApplicationScoped
class OrderTable {

    private static final String SELECT =
            "select id, customer_id, asked_by, reason, asked_at, erased_at from erasure_order";

    private final Sql sql;

    OrderTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * One of them.
     *
     * @param erasedAt null while something is still on its way to the person
     */
    record Order(
            UUID id, UUID customerId, Asked asked, @Nullable Instant erasedAt) {}

    /** In the caller's transaction; if somebody has asked before, that stands. */
    void insert(UUID id, UUID customerId, Asked asked) {
        var text = """
                insert into erasure_order (id, customer_id, asked_by, reason, asked_at) values (?, ?, ?, ?, ?)
                on conflict (customer_id) do nothing
                """;
        sql.run(text, statement -> {
            statement.setObject(1, id);
            statement.setObject(2, customerId);
            statement.setString(3, asked.by());
            statement.setString(4, asked.reason());
            statement.setObject(5, asked.at().atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        });
    }

    Optional<Order> find(UUID customerId) {
        return sql.run(SELECT + " where customer_id = ?", statement -> {
            statement.setObject(1, customerId);
            return Sql.rows(statement, OrderTable::order).stream().findFirst();
        });
    }

    /** Until the caller's transaction ends nobody else works on it. */
    Optional<Order> lock(UUID id) {
        var text = SELECT + " where id = ? for update";
        return sql.run(text, statement -> {
            statement.setObject(1, id);
            return Sql.rows(statement, OrderTable::order).stream().findFirst();
        });
    }

    /** Nothing is taken in for these customers until the caller's transaction ends: a message refers to its customer. */
    void keepOut(List<UUID> customers) {
        sql.run("select from customer where id = any (?) order by id for update", statement -> {
            Sql.setUuids(statement, 1, customers.stream());
            return statement.execute();
        });
    }

    /** Nobody makes a hold until the caller's transaction ends. */
    void lockHolds() {
        sql.run("select pg_advisory_xact_lock_shared(hashtext('chancery legal hold'))", PreparedStatement::execute);
    }

    /** Those to be gone on with: all that wait, and those to be swept after. */
    List<UUID> due(Instant erasedBefore) {
        var text = "select id from erasure_order where erased_at is null or erased_at < ? order by id";
        return sql.run(text, statement -> {
            statement.setObject(1, erasedBefore.atOffset(ZoneOffset.UTC));
            return Sql.rows(statement, row -> row.getObject(1, UUID.class));
        });
    }

    void erased(UUID id, Instant at) {
        sql.run("update erasure_order set erased_at = ? where id = ?", statement -> {
            statement.setObject(1, at.atOffset(ZoneOffset.UTC));
            statement.setObject(2, id);
            return statement.executeUpdate();
        });
    }

    void delete(UUID id) {
        sql.run("delete from erasure_order where id = ?", statement -> {
            statement.setObject(1, id);
            return statement.executeUpdate();
        });
    }

    /** Keys of deliveries that have expired since open nothing. */
    int deleteStaleKeys() {
        var text = "delete from kept_key where not exists (select from delivery where delivery.id = delivery_id)";
        return sql.run(text, PreparedStatement::executeUpdate);
    }

    private static Order order(ResultSet row) throws SQLException {
        var erased = row.getObject(6, OffsetDateTime.class);
        return new Order(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                new Asked(
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class).toInstant()),
                erased == null ? null : erased.toInstant());
    }
}
