package io.chancery.platform.work;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Transactions of the application server, so that every bean that is called takes part in them. */
@ApplicationScoped
class JtaTransactions implements Transactions {

    /** A batch takes milliseconds; whatever takes this long hangs. */
    private static final int LIMIT_SECONDS = 60;

    @Override
    public <T> T call(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().timeout(LIMIT_SECONDS).call(work::get);
    }
}
