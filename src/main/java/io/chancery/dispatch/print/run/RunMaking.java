package io.chancery.dispatch.print.run;

import io.chancery.dispatch.print.piece.Batch;
import io.chancery.dispatch.print.piece.Group;
import io.chancery.dispatch.print.piece.Grouping;
import io.chancery.dispatch.print.piece.Letter;
import io.chancery.dispatch.print.run.store.LetterTable;
import io.chancery.dispatch.print.run.store.RunBook;
import io.chancery.dispatch.print.run.store.RunTable.PrintRun;
import io.chancery.platform.audit.AuditLog;
import io.chancery.platform.work.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Makes print runs of what is in the pool. All of a run is on record before anything of it is sent. Whether one is due
 * follows from the oldest letter alone, so a cut-off that was slept through is made up for, and two callers make one run.
 */
@ApplicationScoped
public class RunMaking {

    private static final Logger LOG = Logger.getLogger(RunMaking.class);

    /** How long we wait for letters that came just before the cut-off and are still being written. */
    private static final Duration GRACE = Duration.ofSeconds(10);
    /** Recorded in some seconds, where a transaction has a minute; others go with the next run, which is due at once. */
    private static final int MOST_LETTERS = 50_000;

    private final LetterTable letters;
    private final RunBook book;
    private final Transactions transactions;
    private final PrintRunSettings settings;
    private final Clock clock;

    RunMaking(LetterTable letters, RunBook book, Transactions transactions, PrintRunSettings settings, Clock clock) {
        this.letters = letters;
        this.book = book;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Makes a print run if letters have waited beyond a cut-off. */
    Optional<PrintRun> makeDue() {
        var oldest = letters.oldestPooled();
        if (oldest.isEmpty()) {
            return Optional.empty();
        }
        var cutOff = settings.newestCutOff(oldest.get(), clock.instant().minus(GRACE));
        return cutOff.isAfter(oldest.get()) ? make(cutOff) : Optional.empty();
    }

    /** Makes a print run of whatever is in the pool by now; nothing if it is empty. */
    public Optional<PrintRun> makeNow() {
        // A letter of this very instant goes with it.
        return make(clock.instant().plusMillis(1));
    }

    private Optional<PrintRun> make(Instant cutOff) {
        var made = transactions.call(() -> {
            var pooled = letters.lockPooled(cutOff, MOST_LETTERS);
            return pooled.isEmpty() ? Optional.<PrintRun>empty() : Optional.of(record(pooled, cutOff));
        });
        made.ifPresent(
                run -> LOG.infof("Print run %d: %d letters in %d pieces", run.number(), run.letters(), run.pieces()));
        return made;
    }

    private PrintRun record(List<Letter> pooled, Instant cutOff) {
        int number = book.nextNumber();
        AuditLog.about(number);
        var pieces = settings.bundling().bundle(pooled);
        List<Group> groups = new Grouping(number, settings.tariff()).group(pieces);
        var run = new PrintRun(number, cutOff, clock.instant(), pooled.size(), pieces.size(), false);
        book.record(run, groups, Batch.split(number, groups, Batch.Limits.USUAL));
        return run;
    }
}
