package io.chancery.customer.sync;

import io.chancery.customer.golden.GoldenChanged;
import io.chancery.customer.golden.GoldenChanged.Change;
import io.chancery.platform.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Notes, in the transaction of a golden change, what each source must hear of it: in the feed for all, and for those that
 * have a webhook among what is to be sent.
 */
@ApplicationScoped
class BackSync {

    /** The topic of the feed. */
    static final String TOPIC = "source.update";

    private final RecordTable records;
    private final Differences differences;
    private final BackSyncTable table;
    private final Outbox outbox;

    BackSync(RecordTable records, Differences differences, BackSyncTable table, Outbox outbox) {
        this.records = records;
        this.differences = differences;
        this.table = table;
        this.outbox = outbox;
    }

    void on(@Observes GoldenChanged event) {
        var wanted = records.wanted();
        if (wanted.isEmpty()) {
            return;
        }
        var customers = event.changes().stream().map(Change::customerId).toList();
        var found = differences.of(customers, wanted);
        if (!found.isEmpty()) {
            outbox.append(found.values().stream()
                    .map(one -> new Outbox.Entry(TOPIC, one.source() + "/" + one.record(), one))
                    .toList());
            table.note(found.keySet());
        }
    }
}
