package io.chancery.archive.person.report;

import io.chancery.archive.DataProtection.ErasureReport;
import io.chancery.archive.DataProtection.ErasureReport.Duty;
import io.chancery.archive.retention.RetentionDuty;
import io.chancery.platform.person.Person;
import io.chancery.platform.person.PersonRows;
import io.chancery.platform.person.PersonStatement;
import io.chancery.platform.person.Remainder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds out what of a person has to be kept, and what an erasure comes to. */
@ApplicationScoped
public class Erasable {

    private static final int AT_ONCE = 1_000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final RetentionDuty duties;
    private final PersonRows rows;

    Erasable(RetentionDuty duties, PersonRows rows) {
        this.duties = duties;
        this.rows = rows;
    }

    /**
     * What a person got.
     *
     * @param gone the deliveries that nothing keeps
     * @param kept those that a duty or a hold keeps
     */
    public record Split(List<UUID> gone, List<UUID> kept, ErasureReport report) {}

    private record Group(
            String documentClass, String duty, @Nullable LocalDate until, List<UUID> holds) {}

    /** As it stands now, in the caller's transaction. */
    public Split split(Person person) {
        var gone = new ArrayList<UUID>();
        var kept = new ArrayList<UUID>();
        var groups = new HashMap<Group, Long>();
        var after = BEFORE_ALL;
        for (var more = next(person, after); !more.isEmpty(); more = next(person, after)) {
            for (var duty : more) {
                after = duty.deliveryId();
                if (duty.mustBeKept()) {
                    kept.add(after);
                    groups.merge(group(duty), 1L, Long::sum);
                } else {
                    gone.add(after);
                }
            }
        }
        var counts = rows.count(new PersonStatement(person, kept));
        return new Split(gone, kept, report(counts, gone.size(), groups, rows.remainders(person, counts)));
    }

    private List<RetentionDuty.Duty> next(Person person, UUID after) {
        return duties.ofCustomers(Set.copyOf(person.customers()), after, AT_ONCE);
    }

    private static Group group(RetentionDuty.Duty duty) {
        var rule = duty.rule().duty() && !duty.over();
        return new Group(
                duty.documentClass(),
                rule ? duty.rule().words() : "legal hold",
                rule ? duty.until() : null,
                duty.holds());
    }

    private ErasureReport report(Map<String, Long> counts, long gone, Map<Group, Long> groups, List<Remainder> stays) {
        var kept = groups.entrySet().stream()
                .map(entry -> new Duty(
                        entry.getKey().documentClass(),
                        entry.getKey().duty(),
                        entry.getKey().until(),
                        entry.getValue(),
                        entry.getKey().holds()))
                .sorted(Comparator.comparing(Duty::documentClass).thenComparing(duty -> String.valueOf(duty.until())))
                .toList();
        var erased = new LinkedHashMap<>(counts);
        rows.shares().stream()
                .filter(share -> share.rest() != null && share.rest().whole())
                .forEach(share -> erased.remove(share.name()));
        long total = kept.stream().mapToLong(Duty::deliveries).sum();
        return new ErasureReport(erased, gone, kept, stays, ReportWords.german(total), ReportWords.english(total));
    }
}
