package io.chancery.customer.sync;

import io.chancery.customer.golden.GoldenChanged;
import io.chancery.customer.golden.GoldenChanged.Change;
import io.chancery.platform.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collections;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
        var changes = event.changes().stream().collect(Collectors.toMap(Change::ucid, Function.identity()));
        var customers = event.changes().stream().map(Change::customerId).toList();
        var found = differences.of(customers, wanted);
        found.values().removeIf(one -> !isNews(one, changes.get(one.ucid())));
        if (!found.isEmpty()) {
            outbox.append(found.values().stream()
                    .map(one -> new Outbox.Entry(TOPIC, one.source() + "/" + one.record(), one))
                    .toList());
            table.note(found.keySet());
        }
    }

    /** What a source was told before and does not take is not repeated with every change of something else. */
    private static boolean isNews(Difference difference, @Nullable Change change) {
        return change == null
                || change.regrouped()
                || !Collections.disjoint(
                        difference.values().keySet(), change.values().keySet());
    }
}
