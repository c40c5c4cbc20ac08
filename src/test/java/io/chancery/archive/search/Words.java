package io.chancery.archive.search;

import io.chancery.platform.work.Transactions;
import jakarta.enterprise.context.ApplicationScoped;

/** The words of what is archived, which are read within seconds. */
@ApplicationScoped
public class Words {

    private final TextJob job;
    private final Transactions transactions;

    Words(TextJob job, Transactions transactions) {
        this.job = job;
        this.transactions = transactions;
    }

    /** They are read now. */
    public void read() {
        while (transactions.call(job::batch)) {
            // On to the next ones.
        }
    }
}
