package io.chancery.message.trial;

import io.chancery.customer.Customers;
import io.chancery.customer.Customers.Nameless;
import io.chancery.platform.Sql;
import io.chancery.vocabulary.Ucid;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Who reads what authors send to themselves: for each of them a customer without a golden record, with whose key the
 * archive keeps it apart from what belongs to anybody else.
 */
@ApplicationScoped
class TesterTable {

    private final Sql sql;
    private final Customers customers;

    TesterTable(Sql sql, Customers customers) {
        this.sql = sql;
        this.customers = customers;
    }

    /** In the caller's transaction. */
    Nameless get(UUID clientId) {
        // One at a time, so that nobody gets two.
        sql.run("select from api_client where id = ? for no key update", statement -> {
            statement.setObject(1, clientId);
            return statement.execute();
        });
        var text = "select customer_id, ucid from trial_reader join customer on customer.id = customer_id"
                + " where client_id = ?";
        return sql
                .run(text, statement -> {
                    statement.setObject(1, clientId);
                    return Sql.rows(
                            statement, row -> new Nameless(row.getObject(1, UUID.class), new Ucid(row.getString(2))));
                })
                .stream()
                .findFirst()
                .orElseGet(() -> open(clientId));
    }

    private Nameless open(UUID clientId) {
        var opened = customers.openNameless();
        sql.run("insert into trial_reader (client_id, customer_id) values (?, ?)", statement -> {
            statement.setObject(1, clientId);
            statement.setObject(2, opened.id());
            return statement.executeUpdate();
        });
        return opened;
    }
}
