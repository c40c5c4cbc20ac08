package io.chancery.dispatch.receipt;

import io.chancery.archive.Archive;
import io.chancery.archive.NewEvent;
import io.chancery.dispatch.DeliveryListener;
import io.chancery.dispatch.SettledDelivery;
import io.chancery.dispatch.receipt.ReceiptTable.Match;
import io.chancery.dispatch.receipt.ReceiptTable.Part;
import io.chancery.platform.work.Transactions;
import io.chancery.vocabulary.Reason;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Turns receipts into events of the deliveries they are about. */
@ApplicationScoped
class ReceiptMatching {

    private static final Logger LOG = Logger.getLogger(ReceiptMatching.class);

    private final ReceiptTable table;
    private final Transactions transactions;
    private final Archive archive;
    private final List<DeliveryListener> listeners;

    ReceiptMatching(
            ReceiptTable table, Transactions transactions, Archive archive, @All List<DeliveryListener> listeners) {
        this.table = table;
        this.transactions = transactions;
        this.archive = archive;
        this.listeners = listeners;
    }

    private record AttemptKey(UUID deliveryId, int number) {}

    /**
     * Matches the receipts with these references, one by one if they do not go together.
     *
     * @return those that could not be recorded, because a listener refuses or the database was in the way
     */
    List<String> match(Collection<String> references) {
        try {
            transactions.run(() -> apply(table.takeMatched(references)));
            return List.of();
        } catch (RuntimeException e) {
            if (!transactions.arePossible()) {
                throw e;
            }
            if (references.size() == 1) {
                LOG.errorf(e, "The receipts for %s cannot be recorded and will be tried again", references);
                return List.copyOf(references);
            }
            return references.stream()
                    .flatMap(reference -> match(List.of(reference)).stream())
                    .toList();
        }
    }

    private void apply(List<Match> matches) {
        if (matches.isEmpty()) {
            return;
        }
        var attempts = attempts(matches);
        var news = new LinkedHashMap<AttemptKey, Map<Integer, Match>>();
        matches.stream().sorted(Comparator.comparingLong(Match::id)).forEach(match -> {
            var key = new AttemptKey(match.deliveryId(), match.number());
            var parts = attempts.get(key);
            if (parts != null && parts.take(match.part() - 1, match.receipt())) {
                news.computeIfAbsent(key, each -> new LinkedHashMap<>()).put(match.part(), match);
            }
        });
        table.update(
                news.values().stream().flatMap(parts -> parts.values().stream()).toList());
        record(attempts.values().stream()
                .map(AttemptParts::event)
                .flatMap(Optional::stream)
                .toList());
    }

    private Map<AttemptKey, AttemptParts> attempts(List<Match> matches) {
        var ids = matches.stream().map(Match::deliveryId).distinct().toList();
        var parts = table.lockParts(ids).stream()
                .collect(Collectors.groupingBy(
                        part -> new AttemptKey(part.deliveryId(), part.number()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        var attempts = new LinkedHashMap<AttemptKey, AttemptParts>();
        parts.forEach((key, ofAttempt) -> {
            var newest = new ArrayList<@Nullable Receipt>();
            ofAttempt.stream().map(Part::newest).forEach(newest::add);
            attempts.put(key, new AttemptParts(key.deliveryId(), key.number(), newest));
        });
        return attempts;
    }

    private void record(List<NewEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        var reasons = new HashMap<UUID, @Nullable Reason>();
        events.forEach(event -> reasons.put(event.deliveryId(), event.reason()));
        var settled = archive.record(events).entrySet().stream()
                .map(entry -> new SettledDelivery(entry.getKey(), entry.getValue(), reasons.get(entry.getKey())))
                .toList();
        listeners.forEach(listener -> listener.settled(settled));
    }
}
