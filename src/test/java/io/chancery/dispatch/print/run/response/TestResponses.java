package io.chancery.dispatch.print.run.response;

import io.chancery.dispatch.Receipts;
import io.chancery.dispatch.print.printer.FolderTarget;
import io.chancery.dispatch.print.run.PrintRunSettings;
import io.chancery.dispatch.print.run.store.PrintTables;
import io.chancery.platform.work.Transactions;
import java.time.Clock;

/** What listens to a printer, on a test database. */
public record TestResponses(ResponseIntake intake, Reconciliation reconciliation) {

    public static TestResponses on(
            PrintTables tables, FolderTarget folder, Receipts receipts, Transactions transactions, World world) {
        var desk = new ResponseDesk(tables.letters(), tables.pieces(), tables.faults(), receipts, transactions);
        var acknowledgements =
                new Acknowledgements(tables.batches(), tables.progress(), folder, transactions, world.clock());
        return new TestResponses(
                new ResponseIntake(folder, desk, acknowledgements, world.settings(), world.clock()),
                new Reconciliation(tables.counts(), world.settings(), world.clock()));
    }

    /** When it is, and how runs are made. */
    public record World(PrintRunSettings settings, Clock clock) {}
}
