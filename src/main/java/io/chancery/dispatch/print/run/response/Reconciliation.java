package io.chancery.dispatch.print.run.response;

import io.chancery.dispatch.print.run.PrintRunSettings;
import io.chancery.dispatch.print.run.store.PieceCounts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Every piece is accounted for; one of which the printer says nothing in time is an alarm. */
@ApplicationScoped
public class Reconciliation {

    private static final Logger LOG = Logger.getLogger(Reconciliation.class);

    private final PieceCounts counts;
    private final PrintRunSettings settings;
    private final Clock clock;
    private @Nullable LocalDate warned;

    Reconciliation(PieceCounts counts, PrintRunSettings settings, Clock clock) {
        this.counts = counts;
        this.settings = settings;
        this.clock = clock;
    }

    /** How many pieces of which print runs are overdue; runs without any are missing. */
    public Map<Integer, Integer> overdue() {
        var now = clock.instant();
        var overdue = new TreeMap<Integer, Integer>();
        counts.open().stream()
                .filter(open -> settings.deadline(open.since()).isBefore(now))
                .forEach(open -> overdue.merge(open.run(), open.pieces(), Integer::sum));
        return overdue;
    }

    /** Raises the alarm, once a day, and says whether it did. */
    public boolean warn() {
        var today = clock.instant().atZone(settings.zone()).toLocalDate();
        if (today.equals(warned)) {
            return false;
        }
        var overdue = overdue();
        if (overdue.isEmpty()) {
            return false;
        }
        warned = today;
        LOG.warnf(
                "The printer has said nothing for %d working days of pieces of these print runs: %s",
                settings.workingDays(), overdue);
        return true;
    }
}
