package io.chancery.archive.retention;

import io.chancery.archive.Keeping.Due;
import io.chancery.archive.Keeping.DueCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** What falls due when, as the rules are today. */
@ApplicationScoped
public class DueDates {

    private final DueTable table;
    private final RetentionRules rules;

    DueDates(DueTable table, RetentionRules rules) {
        this.table = table;
        this.rules = rules;
    }

    /** The next to fall due first. What is accepted late in a year may end in the next, and falls due later. */
    @Transactional
    public DueCalendar calendar() {
        var counted = table.months();
        Map<Due, Long> found = new HashMap<>();
        for (var month : counted.months()) {
            var period = rules.period(month.documentClass(), month.begin());
            var due = new Due(
                    month.documentClass(),
                    period.rule().years(),
                    period.rule().source(),
                    period.year(),
                    period.until().plusDays(1),
                    rules.isOver(period),
                    0);
            found.merge(due, month.deliveries(), Long::sum);
        }
        var entries = found.entrySet().stream()
                .map(entry -> entry.getKey().with(entry.getValue()))
                .sorted(Comparator.comparing(Due::on).thenComparing(Due::documentClass))
                .toList();
        return new DueCalendar(entries, counted.whole());
    }
}
