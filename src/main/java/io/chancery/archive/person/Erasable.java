package io.chancery.archive.person;

import io.chancery.archive.person.ErasureReport.Duty;
import io.chancery.archive.retention.RetentionDuty;
import io.chancery.platform.person.Person;
import io.chancery.platform.person.PersonRows;
import io.chancery.platform.person.PersonStatement;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds out what of a person has to be kept, and what an erasure comes to. */
@ApplicationScoped
class Erasable {

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
    record Split(List<UUID> gone, List<UUID> kept, ErasureReport report) {}

    private record Group(
            String documentClass, String duty, @Nullable LocalDate until, List<UUID> holds) {}

    /** As it stands now, in the caller's transaction. */
    Split split(Person person) {
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
        return new Split(gone, kept, report(rows.count(new PersonStatement(person, kept)), gone.size(), groups));
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

    private static ErasureReport report(Map<String, Long> counts, long gone, Map<Group, Long> groups) {
        var kept = groups.entrySet().stream()
                .map(entry -> new Duty(
                        entry.getKey().documentClass(),
                        entry.getKey().duty(),
                        entry.getKey().until(),
                        entry.getValue(),
                        entry.getKey().holds()))
                .sorted(Comparator.comparing(Duty::documentClass).thenComparing(duty -> String.valueOf(duty.until())))
                .toList();
        long total = kept.stream().mapToLong(Duty::deliveries).sum();
        var german = total == 0
                ? "Alle Daten zur Person werden gelöscht; was versandt wurde, kann niemand mehr lesen."
                : ("Gelöscht werden alle Daten zur Person außer %d Sendungen, die aufzubewahren sind (DSGVO Art. 17 Abs. 3 b"
                                + " und e). Sie sind eingeschränkt: nur die Compliance sieht sie, und sie gehen am Ende ihrer Frist.")
                        .formatted(total);
        var english = total == 0
                ? "All data of the person are erased; nobody can read any more what was sent."
                : ("All data of the person are erased, except for %d deliveries that have to be kept (GDPR Art. 17 (3) b and e)."
                                + " These are restricted: compliance alone sees them, and they go at the end of their period.")
                        .formatted(total);
        return new ErasureReport(counts, gone, kept, german, english);
    }
}
