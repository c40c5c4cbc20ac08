package io.chancery.archive.person.order;

import io.chancery.archive.person.ErasureRecord.Asked;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Erasures that have been asked for and are not over. */
@ApplicationScoped
public class OrderTable {

    private static final String SELECT =
            "select id, customer_id, asked_by, reason, asked_at, erased_at, known, failed_at, failures from erasure_order";

    private final Sql sql;
    private final IdGenerator ids;

    OrderTable(Sql sql, IdGenerator ids) {
        this.sql = sql;
        this.ids = ids;
    }

    /**
     * One of them.
     *
     * @param erasedAt null while something is still on its way to the person
     * @param known {@link Remembrance}, from the erasure to the sweep
     * @param trouble null if it has not failed since anything was done
     */
    public record Order(
            UUID id,
            UUID customerId,
            Asked asked,
            @Nullable Instant erasedAt,
            byte @Nullable [] known,
            @Nullable Trouble trouble) {}

    /** That it has failed, when last and how often. */
    public record Trouble(Instant at, int failures) {}

    /** In the caller's transaction; if somebody has asked before, that stands. */
    public void insert(UUID customerId, Asked asked) {
        var text = """
                insert into erasure_order (id, customer_id, asked_by, reason, asked_at) values (?, ?, ?, ?, ?)
                on conflict (customer_id) do nothing
                """;
        sql.run(text, statement -> {
            statement.setObject(1, ids.next());
            statement.setObject(2, customerId);
            statement.setString(3, asked.by());
            statement.setString(4, asked.reason());
            statement.setObject(5, asked.at().atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        });
    }

    /** That of a customer. */
    public Optional<Order> find(UUID customerId) {
        return sql.run(SELECT + " where customer_id = ?", statement -> {
            statement.setObject(1, customerId);
            return Sql.rows(statement, OrderTable::order).stream().findFirst();
        });
    }

    /** Until the caller's transaction ends nobody else works on it. */
    public Optional<Order> lock(UUID id) {
        var text = SELECT + " where id = ? for update";
        return sql.run(text, statement -> {
            statement.setObject(1, id);
            return Sql.rows(statement, OrderTable::order).stream().findFirst();
        });
    }

    /** Nobody makes a hold until the caller's transaction ends; whether it is known of all of them what they are on. */
    public boolean lockHolds() {
        sql.run("select pg_advisory_xact_lock_shared(hashtext('chancery legal hold'))", PreparedStatement::execute);
        return holdsBeingPlaced() == 0;
    }

    /** Of how many legal holds it is not known yet what they are on. */
    public long holdsBeingPlaced() {
        return sql.run(
                "select count(*) from legal_hold_progress",
                statement -> Sql.rows(statement, row -> row.getLong(1)).get(0));
    }

    /** Those to be gone on with: all that wait, and those to be swept after. */
    public List<UUID> due(Instant erasedBefore) {
        var text = "select id from erasure_order where erased_at is null or erased_at < ? order by id";
        return sql.run(text, statement -> {
            statement.setObject(1, erasedBefore.atOffset(ZoneOffset.UTC));
            return Sql.rows(statement, row -> row.getObject(1, UUID.class));
        });
    }

    /**
     * From now on what came in meanwhile is still to be swept out.
     *
     * @param known by what that is found
     */
    public void erased(UUID id, Instant at, byte[] known) {
        var text = "update erasure_order set erased_at = ?, known = ?, failed_at = null, failures = 0 where id = ?";
        sql.run(text, statement -> {
            statement.setObject(1, at.atOffset(ZoneOffset.UTC));
            statement.setBytes(2, known);
            statement.setObject(3, id);
            return statement.executeUpdate();
        });
    }

    /** It could not be carried out; it will be tried again. */
    public void failed(UUID id, Instant at) {
        sql.run("update erasure_order set failed_at = ?, failures = failures + 1 where id = ?", statement -> {
            statement.setObject(1, at.atOffset(ZoneOffset.UTC));
            statement.setObject(2, id);
            return statement.executeUpdate();
        });
    }

    /** It is over. */
    public void delete(UUID id) {
        sql.run("delete from erasure_order where id = ?", statement -> {
            statement.setObject(1, id);
            return statement.executeUpdate();
        });
    }

    /** Keys of deliveries that have expired since open nothing. */
    public int deleteStaleKeys() {
        var text = "delete from kept_key where not exists (select from delivery where delivery.id = delivery_id)";
        return sql.run(text, PreparedStatement::executeUpdate);
    }

    private static Order order(ResultSet row) throws SQLException {
        var failed = time(row, 8);
        return new Order(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                new Asked(row.getString(3), row.getString(4), Objects.requireNonNull(time(row, 5))),
                time(row, 6),
                row.getBytes(7),
                failed == null ? null : new Trouble(failed, row.getInt(9)));
    }

    private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
