package io.chancery.template.diff;

import io.chancery.template.DataSenders;
import io.chancery.template.DataSenders.Sender;
import io.chancery.template.Difference.Affected;
import io.chancery.template.Difference.DataChange;
import io.chancery.template.Difference.RoleChange;
import io.chancery.template.Difference.Senders;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Says which API clients a change of the data or the copies would break, as far as what they sent of late tells. */
@ApplicationScoped
class SenderReport {

    private static final Duration OF_LATE = Duration.ofDays(30);

    private final DataSenders senders;
    private final Clock clock;

    SenderReport(DataSenders senders, Clock clock) {
        this.senders = senders;
        this.clock = clock;
    }

    Senders of(String template, Map<String, DataField> before, Map<String, DataField> after, RoleChange copies) {
        var since = clock.instant().truncatedTo(ChronoUnit.DAYS).minus(OF_LATE);
        var change = DataChanges.between(before, after);
        var paths = new TreeMap<String, String>();
        change.demanded()
                .forEach(pointer -> paths.put(pointer, field(after, pointer).missing()));
        change.removed()
                .forEach(pointer -> paths.put(pointer, field(before, pointer).present()));
        var clients = paths.isEmpty() && !copies.breaking()
                ? List.<Sender>of()
                : senders.senders(template, since, paths, copies.removed());
        return new Senders(
                since,
                clients.stream()
                        .map(sender -> affected(sender, change, copies))
                        .filter(SenderReport::isAffected)
                        .toList());
    }

    private static boolean isAffected(Affected client) {
        return !client.lacking().isEmpty()
                || !client.sending().isEmpty()
                || !client.asking().isEmpty();
    }

    private static DataField field(Map<String, DataField> fields, String pointer) {
        return Objects.requireNonNull(fields.get(pointer));
    }

    private static Affected affected(Sender sender, DataChange change, RoleChange copies) {
        return new Affected(
                sender.client(),
                sender.messages(),
                sender.all(),
                some(sender.matching(), change.demanded()),
                some(sender.matching(), change.removed()),
                some(sender.asking(), copies.removed()));
    }

    private static SortedMap<String, Long> some(Map<String, Long> counts, List<String> names) {
        var some = new TreeMap<>(counts);
        some.keySet().retainAll(names);
        some.values().removeIf(count -> count == 0);
        return some;
    }
}
