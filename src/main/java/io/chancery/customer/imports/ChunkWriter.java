package io.chancery.customer.imports;

import io.chancery.customer.ImportReport.LineFault;
import io.chancery.customer.imports.Chunk.Item;
import io.chancery.customer.imports.ImportTable.OpenImport;
import io.chancery.customer.record.IncomingRecord;
import io.chancery.customer.record.Outcome;
import io.chancery.customer.record.RecordStore;
import io.chancery.platform.DatabaseException;
import io.chancery.platform.work.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a chunk with all that follows from it, and the checkpoint behind it, in one transaction. */
@ApplicationScoped
class ChunkWriter {

    private final RecordStore store;
    private final ImportTable table;
    private final FaultTable faults;
    private final Transactions transactions;

    ChunkWriter(RecordStore store, ImportTable table, FaultTable faults, Transactions transactions) {
        this.store = store;
        this.table = table;
        this.faults = faults;
        this.transactions = transactions;
    }

    /**
     * Writes a chunk. One record that the database cannot keep does not cost the others.
     *
     * @param before what became of the records up to here
     * @return what became of the records up to the end of the chunk
     * @throws ImportTable.LostException if the import was ended meanwhile; then nothing was written
     */
    Counts write(OpenImport open, Counts before, Chunk chunk) {
        try {
            return transactions.call(() -> writeAtOnce(open, before, chunk));
        } catch (DatabaseException e) {
            if (!e.isAboutData() || chunk.taken().isEmpty()) {
                throw e;
            }
            if (chunk.items().size() == 1) {
                return write(open, before, chunk.refused());
            }
            return write(open, write(open, before, chunk.half(false)), chunk.half(true));
        }
    }

    /** Whether it is not the database that keeps chunks from being written. */
    boolean databaseAnswers() {
        return transactions.arePossible();
    }

    private Counts writeAtOnce(OpenImport open, Counts before, Chunk chunk) {
        var distinct = new LinkedHashMap<String, IncomingRecord>();
        chunk.taken().forEach(item -> distinct.put(item.record().externalId(), item.record()));
        var outcomes = new LinkedHashMap<String, Outcome>();
        if (!distinct.isEmpty()) {
            outcomes.putAll(store.write(open.source(), List.copyOf(distinct.values())));
        }
        var tally = new Tally(open.source(), outcomes);
        chunk.items().forEach(tally::count);
        faults.append(open.id(), FaultTable.ERROR, before.failed(), tally.errors);
        faults.append(open.id(), FaultTable.WARNING, before.dropped(), tally.warnings);
        table.checkpoint(open.id(), before.read(), tally.counts, chunk.bytesDone());
        return before.plus(tally.counts);
    }

    /** Counts one chunk, and removes what it says is deleted. */
    private final class Tally {

        private final String source;
        private final Map<String, Outcome> outcomes;
        private final List<LineFault> errors = new ArrayList<>();
        private final List<LineFault> warnings = new ArrayList<>();
        private Counts counts = Counts.NONE;

        Tally(String source, Map<String, Outcome> outcomes) {
            this.source = source;
            this.outcomes = outcomes;
        }

        void count(Item item) {
            if (item instanceof Item.Refused refused) {
                errors.add(refused.fault());
                counts = counts.plus(Counts.FAILED);
            } else if (item instanceof Item.Removed removed) {
                counts = counts.plus(Counts.of(store.remove(source, removed.externalId(), removed.at()), 0));
            } else if (item instanceof Item.Taken taken) {
                count(taken);
            }
        }

        private void count(Item.Taken taken) {
            var record = taken.record();
            var outcome = outcomes.getOrDefault(record.externalId(), Outcome.UNCHANGED);
            if (outcome == Outcome.QUARANTINED) {
                errors.add(new LineFault(taken.line(), "erased-record", "", "The person of this record was erased"));
                counts = counts.plus(Counts.FAILED);
                return;
            }
            counts = counts.plus(Counts.of(outcome, record.notes().size()));
            record.notes()
                    .forEach(note ->
                            warnings.add(new LineFault(taken.line(), note.code(), note.column(), note.detail())));
            // The next equal line finds it there.
            outcomes.put(record.externalId(), outcome == Outcome.OUTDATED ? outcome : Outcome.UNCHANGED);
        }
    }
}
