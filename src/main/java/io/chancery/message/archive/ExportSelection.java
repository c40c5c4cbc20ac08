package io.chancery.message.archive;

import io.chancery.archive.Archive;
import io.chancery.archive.Delivery;
import io.chancery.archive.DeliverySelection;
import io.chancery.message.ArchiveDesk.ArchiveItem;
import io.chancery.message.archive.query.ArchiveQuery;
import io.chancery.message.archive.query.QueryKey;
import io.chancery.message.archive.search.Condition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds what exports are asked for as the search of the archive does, but erased customers, too. */
@ApplicationScoped
class ExportSelection implements DeliverySelection {

    private final Archive archive;
    private final ArchiveSearches searches;
    private final ItemTable items;

    ExportSelection(Archive archive, ArchiveSearches searches, ItemTable items) {
        this.archive = archive;
        this.searches = searches;
        this.items = items;
    }

    @Override
    @Transactional
    public void require(Scope scope) {
        if (scope.messageId() == null) {
            query(scope);
        } else if (ofMessage(scope.messageId(), scope).isEmpty()) {
            throw UnknownEntryException.message();
        }
    }

    @Override
    @Transactional
    public Page select(Scope scope, @Nullable UUID after) {
        if (scope.messageId() != null) {
            return new Page(ofMessage(scope.messageId(), scope), null);
        }
        return searches.select(query(scope), List.of(Condition.test(scope.test())), after);
    }

    @Override
    public Optional<Period> whole(Scope scope) {
        if (scope.messageId() != null || !scope.query().isBlank()) {
            return Optional.empty();
        }
        var query = query(scope);
        return query.findInstant(QueryKey.FROM)
                .map(from -> new Period(from, query.findInstant(QueryKey.TO).orElse(null)));
    }

    private List<UUID> ofMessage(UUID messageId, Scope scope) {
        var deliveries = archive.deliveries(List.of(messageId)).getOrDefault(messageId, List.of());
        var query = ArchiveQuery.read("", Map.of());
        return deliveries.stream()
                .map(Delivery::id)
                .filter(id -> searches.find(id, query, List.of(Condition.test(scope.test())))
                        .isPresent())
                .toList();
    }

    private static ArchiveQuery query(Scope scope) {
        var period = new EnumMap<QueryKey, String>(QueryKey.class);
        if (scope.from() != null) {
            period.put(QueryKey.FROM, scope.from());
        }
        if (scope.to() != null) {
            period.put(QueryKey.TO, scope.to());
        }
        return ArchiveQuery.ofBody(scope.query(), period);
    }

    @Override
    @Transactional
    public Map<UUID, About> about(Collection<UUID> deliveryIds) {
        return items.items(List.copyOf(deliveryIds)).stream()
                .collect(Collectors.toMap(ArchiveItem::id, ExportSelection::about));
    }

    private static About about(ArchiveItem item) {
        var message = item.message();
        return new About(
                message.id(),
                message.reference(),
                message.template(),
                message.version(),
                message.messageClass(),
                message.purpose(),
                item.ucid(),
                item.channel());
    }
}
