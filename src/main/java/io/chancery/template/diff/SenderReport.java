package io.chancery.template.diff;

import io.chancery.template.DataSenders;
import io.chancery.template.DataSenders.Sender;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    /**
     * Those whom a change would break.
     *
     * @param since messages before that were not looked at
     * @param clients who lack what will be demanded, or send or ask for what will be gone
     */
    record Senders(Instant since, List<Affected> clients) {}

    /**
     * A client that has to change something.
     *
     * @param messages how many of its messages were looked at, the newest
     * @param all whether it certainly sent no more than these
     * @param lacking how many of them lack a field that will be demanded, by the field
     * @param sending how many of them have a field that will be gone, by the field
     * @param asking how many of them asked for a copy in a role that will be gone, by the role
     */
    record Affected(
            String client,
            long messages,
            boolean all,
            SortedMap<String, Long> lacking,
            SortedMap<String, Long> sending,
            SortedMap<String, Long> asking) {

        private boolean isAffected() {
            return !lacking.isEmpty() || !sending.isEmpty() || !asking.isEmpty();
        }
    }

    Senders of(String template, Map<String, DataField> before, Map<String, DataField> after, RoleChange copies) {
        var since = clock.instant().truncatedTo(ChronoUnit.DAYS).minus(OF_LATE);
        var change = DataChange.between(before, after);
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
                        .filter(Affected::isAffected)
                        .toList());
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
