package io.chancery.customer.golden;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Computes, when Chancery starts, what a migration has only taken over; each batch by itself, so that it can go on. */
@ApplicationScoped
class UncomputedJob {

    private static final Logger LOG = Logger.getLogger(UncomputedJob.class);
    private static final int BATCH = 500;

    private final GoldenTable table;
    private final GoldenValues goldenValues;

    UncomputedJob(GoldenTable table, GoldenValues goldenValues) {
        this.table = table;
        this.goldenValues = goldenValues;
    }

    void start(@Observes StartupEvent event) {
        long computed = 0;
        for (int batch = run(); batch > 0; batch = run()) {
            computed += batch;
        }
        if (computed > 0) {
            LOG.infof("Computed the golden values of %d customers", computed);
        }
    }

    /** One batch; says how many customers there were. */
    int run() {
        return QuarkusTransaction.requiringNew().call(() -> {
            var ids = table.uncomputed(BATCH);
            goldenValues.refresh(ids);
            return ids.size();
        });
    }
}
