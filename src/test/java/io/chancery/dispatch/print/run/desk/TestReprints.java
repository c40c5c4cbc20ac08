package io.chancery.dispatch.print.run.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chancery.dispatch.print.run.PrintRunSettings;
import io.chancery.dispatch.print.run.store.PrintTables;
import io.chancery.platform.request.BodyFields;
import io.chancery.platform.work.Transactions;
import java.time.Clock;
import java.util.List;

/** Orders reprints on a test database. */
public record TestReprints(PrintTables tables, Transactions transactions, PrintRunSettings settings, Clock clock) {

    /** The names of the batches, as the answer to a request says them. */
    public List<String> order(int run, String body) {
        var reprints =
                new Reprints(tables.book(), tables.batches(), tables.contents(), tables.counts(), settings, clock);
        return transactions.call(() -> reprints.order(ReprintOrder.read(run, BodyFields.read(body.getBytes(UTF_8)))));
    }
}
