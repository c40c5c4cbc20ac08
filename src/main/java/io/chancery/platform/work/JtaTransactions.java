package io.chancery.platform.work;

import io.chancery.platform.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.util.function.Supplier;

/** Transactions of the application server, so that every bean that is called takes part in them. */
@ApplicationScoped
class JtaTransactions implements Transactions {

    /** A batch takes milliseconds; whatever takes this long hangs. */
    private static final int LIMIT_SECONDS = 60;

    private final Sql sql;

    JtaTransactions(Sql sql) {
        this.sql = sql;
    }

    @Override
    public <T> T call(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().timeout(LIMIT_SECONDS).call(() -> {
            sql.run(FRESH_PLANS, PreparedStatement::execute);
            return work.get();
        });
    }
}
