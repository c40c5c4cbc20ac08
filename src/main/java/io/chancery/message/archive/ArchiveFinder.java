package io.chancery.message.archive;

import io.chancery.archive.ArchiveSearch;
import io.chancery.archive.DeliverySelection.Page;
import io.chancery.customer.Customers;
import io.chancery.message.archive.query.ArchiveQuery;
import io.chancery.message.archive.query.InvalidSearchException;
import io.chancery.message.archive.query.QueryKey;
import io.chancery.message.archive.search.Condition;
import io.chancery.vocabulary.Ucid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds for the archive what it cannot find by itself. */
@ApplicationScoped
class ArchiveFinder implements ArchiveSearch.Finder {

    private final Customers customers;
    private final ArchiveSearches searches;

    ArchiveFinder(Customers customers, ArchiveSearches searches) {
        this.customers = customers;
        this.searches = searches;
    }

    @Override
    public List<UUID> customer(Ucid ucid) {
        return customers.findId(ucid).map(customers::idsOf).orElse(List.of());
    }

    @Override
    @Transactional
    public Page find(String text, @Nullable UUID after) {
        var query = ArchiveQuery.ofBody(text, Map.of());
        if (query.find(QueryKey.RECIPIENT).isPresent()) {
            throw InvalidSearchException.of("query", "names a recipient, which cannot be kept; name the customer");
        }
        boolean test = query.find(QueryKey.TEST).map(Boolean::parseBoolean).orElse(false);
        return searches.select(query, List.of(Condition.test(test)), after);
    }
}
