package io.chancery.customer.registry;

import io.chancery.platform.IdGenerator;
import io.chancery.platform.Sql;
import io.chancery.vocabulary.Ucid;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Customers as people work on them: with version and records. */
@ApplicationScoped
public class CustomerRecords {

    private final Sql sql;
    private final CustomerTable table;
    private final IdGenerator ids;
    private final Clock clock;

    CustomerRecords(Sql sql, CustomerTable table, IdGenerator ids, Clock clock) {
        this.sql = sql;
        this.table = table;
        this.ids = ids;
        this.clock = clock;
    }

    /** Opens a customer of whom there is no record, so that nobody finds them. */
    public Subject open() {
        var id = ids.next();
        table.open(List.of(id), clock.instant());
        return new Subject(id, Objects.requireNonNull(table.ucids(List.of(id)).get(id)), 1, List.of());
    }

    /** A customer that has records; by alias, the survivor. */
    public record Subject(UUID id, Ucid ucid, long version, List<UUID> records) {}

    public Optional<Subject> find(Ucid ucid) {
        var text = """
                select customer.id, customer.ucid, customer.version from current_customer
                    join customer on customer.id = current_customer.current_id
                where current_customer.ucid = ?
                """;
        return sql.run(text, statement -> {
            statement.setString(1, ucid.text());
            return Sql.rows(
                            statement,
                            row -> new Subject(
                                    row.getObject(1, UUID.class),
                                    new Ucid(row.getString(2)),
                                    row.getLong(3),
                                    records(row.getObject(1, UUID.class))))
                    .stream()
                    .filter(subject -> !subject.records().isEmpty())
                    .findFirst();
        });
    }

    private List<UUID> records(UUID customer) {
        return sql.run("select record_id from link where customer_id = ? order by record_id", statement -> {
            statement.setObject(1, customer);
            return Sql.rows(statement, row -> row.getObject(1, UUID.class));
        });
    }

    public Optional<UUID> findRecord(RecordName name) {
        return sql.run("select id from source_record where source = ? and external_id = ?", statement -> {
            statement.setString(1, name.source());
            statement.setString(2, name.record());
            return Sql.rows(statement, row -> row.getObject(1, UUID.class)).stream()
                    .findFirst();
        });
    }
}
