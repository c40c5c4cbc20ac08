package io.chancery.customer.person;

import io.chancery.customer.registry.MatchLock;
import io.chancery.platform.Sql;
import io.chancery.platform.person.Person;
import io.chancery.platform.person.PersonIndex;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who a person is: the customer with all that was merged into it, and its records. */
@ApplicationScoped
class PersonTable implements PersonIndex {

    private static final String FIND = """
            with named as (select coalesce(merged_into, id) as id from customer where %s),
                alias as (select customer.id, customer.ucid from customer, named
                    where coalesce(customer.merged_into, customer.id) = named.id),
                record as (select source_record.id, source || '/' || external_id as name
                    from link join source_record on source_record.id = link.record_id
                    where link.customer_id in (select id from alias))
            select customer.id, customer.ucid, customer.erased_at,
                array(select id from alias), array(select ucid from alias),
                array(select id from record), array(select name from record),
                array(select lower(value) from contact_point
                        where record_id in (select id from record) and value is not null
                    union select lower(value #>> '{}') from manual_value
                        where customer_id in (select id from alias) and attribute in ('email', 'mobile', 'phone')
                    union select lower(contact_point) from consent_declaration
                        where customer_id in (select id from alias) and contact_point is not null)
            from customer join named using (id)
            """;

    private final Sql sql;
    private final MatchLock lock;

    PersonTable(Sql sql, MatchLock lock) {
        this.sql = sql;
        this.lock = lock;
    }

    @Override
    public Optional<Person> find(String ucid) {
        return find("ucid = ?", ucid);
    }

    @Override
    public Optional<Person> find(UUID customerId) {
        return find("id = ?", customerId);
    }

    /** A message refers to its customer, and so waits for the lock of the row. */
    @Override
    public Optional<Person> lock(UUID customerId) {
        lock.acquire();
        var found = find(customerId);
        found.ifPresent(person ->
                sql.run("select from customer where id = any (?) order by id for update", statement -> {
                    Sql.setUuids(statement, 1, person.customers().stream());
                    return statement.execute();
                }));
        return found;
    }

    private Optional<Person> find(String condition, Object value) {
        return sql.run(FIND.formatted(condition), statement -> {
            statement.setObject(1, value);
            return Sql.rows(statement, PersonTable::person).stream().findFirst();
        });
    }

    private static Person person(ResultSet row) throws SQLException {
        var erased = row.getObject(3, OffsetDateTime.class);
        return new Person(
                row.getObject(1, UUID.class),
                row.getString(2),
                List.of((UUID[]) row.getArray(4).getArray()),
                List.of((String[]) row.getArray(5).getArray()),
                List.of((UUID[]) row.getArray(6).getArray()),
                List.of((String[]) row.getArray(7).getArray()),
                List.of((String[]) row.getArray(8).getArray()),
                erased == null ? null : erased.toInstant());
    }
}
