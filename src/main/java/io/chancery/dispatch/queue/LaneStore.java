package io.chancery.dispatch.queue;

import io.chancery.archive.Archive;
import io.chancery.dispatch.journal.Journal;
import io.chancery.platform.work.Transactions;
import jakarta.enterprise.context.ApplicationScoped;

/** Everything a lane reads and writes. */
@ApplicationScoped
class LaneStore {

    private final DispatchQueue queue;
    private final AttemptOpening opening;
    private final AttemptClosing closing;
    private final Archive archive;
    private final Journal journal;
    private final Transactions transactions;

    LaneStore(
            DispatchQueue queue,
            AttemptOpening opening,
            AttemptClosing closing,
            Archive archive,
            Journal journal,
            Transactions transactions) {
        this.queue = queue;
        this.opening = opening;
        this.closing = closing;
        this.archive = archive;
        this.journal = journal;
        this.transactions = transactions;
    }

    DispatchQueue queue() {
        return queue;
    }

    AttemptOpening opening() {
        return opening;
    }

    AttemptClosing closing() {
        return closing;
    }

    Archive archive() {
        return archive;
    }

    Journal journal() {
        return journal;
    }

    Transactions transactions() {
        return transactions;
    }
}
