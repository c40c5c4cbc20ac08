package io.chancery.message.archive.search;

import io.chancery.customer.Customers;
import io.chancery.message.archive.query.ArchiveQuery;
import io.chancery.message.archive.query.QueryKey;
import io.chancery.message.archive.query.QueryTerm;
import io.chancery.vocabulary.DeliveryStatus;
import io.chancery.vocabulary.Ucid;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Chooses the shortest way to what is asked for, and says what must hold at its end. */
@ApplicationScoped
public class Searching {

    /** Of more versions all deliveries are looked at, as most of them will be of one. */
    private static final int MOST_VERSIONS = 200;

    private final Customers customers;
    private final SearchTable table;
    private final SearchText texts;

    Searching(Customers customers, SearchTable table, SearchText texts) {
        this.customers = customers;
        this.table = table;
        this.texts = texts;
    }

    /**
     * How a search is made.
     *
     * @param narrow the way by who got it or what it is called, of which there are few; null if none is named
     * @param text that is to stand there, in the form of a tsquery; null if none is
     * @param wide the way if there is no narrow one, and the text says nothing much
     */
    public record Strategy(@Nullable Way narrow, @Nullable String text, Way wide, List<Condition> conditions) {}

    /** Empty if it asks for a customer whom nobody knows. */
    public Optional<Strategy> choose(ArchiveQuery query, List<Condition> scope) {
        var conditions = new ArrayList<>(scope);
        query.terms().stream().map(Condition::of).filter(Objects::nonNull).forEach(conditions::add);
        texts.excluded(query).map(text -> Condition.saying(text, true)).forEach(conditions::add);
        var text = texts.wanted(query).orElse(null);
        if (!query.namesCustomer()) {
            return Optional.of(new Strategy(named(query).orElse(null), text, wide(query), conditions));
        }
        return customers(query).map(ids -> {
            conditions.add(Condition.ofCustomers(ids));
            return new Strategy(Way.byCustomers(ids), text, Way.along(), conditions);
        });
    }

    private Optional<List<UUID>> customers(ArchiveQuery query) {
        var byUcid = query.find(QueryKey.CUSTOMER).map(text -> customers.findIdOfAny(new Ucid(text)));
        var byRecord = query.find(QueryKey.SOURCE)
                .map(source ->
                        customers.findId(source, query.find(QueryKey.RECORD).orElseThrow()));
        var found =
                Stream.of(byUcid, byRecord).flatMap(Optional::stream).distinct().toList();
        // Two that name different customers ask for nobody.
        return found.size() == 1 ? found.get(0).map(customers::idsOf) : Optional.empty();
    }

    private static Optional<Way> named(ArchiveQuery query) {
        return query.find(QueryKey.PROVIDER_ID)
                .map(Way::byProviderId)
                .or(() -> query.find(QueryKey.RECIPIENT).map(Way::byRecipient))
                .or(() -> query.find(QueryKey.REFERENCE).map(Way::byReference));
    }

    private Way wide(ArchiveQuery query) {
        return query.find(QueryKey.RUN)
                .map(run -> Way.byRun(UUID.fromString(run)))
                .or(() -> query.find(QueryKey.REASON).map(Way::byReason))
                .or(() -> query.find(QueryKey.STATUS).flatMap(Searching::stopped))
                .or(() -> versions(query).map(Way::byVersions))
                .orElseGet(Way::along);
    }

    private static Optional<Way> stopped(String status) {
        var kinds = switch (DeliveryStatus.of(status)) {
            case HELD, UNCERTAIN, SKIPPED, CANCELLED, EXPIRED, RETURNED -> List.of(status);
            case FAILED -> List.of(status, "unconfirmed");
            case ACCEPTED, RENDERED, QUEUED, SENDING, SENT, DELIVERED -> List.<String>of();
        };
        return kinds.isEmpty() ? Optional.empty() : Optional.of(Way.byStops(kinds));
    }

    private Optional<List<UUID>> versions(ArchiveQuery query) {
        var conditions = Stream.of(QueryKey.TEMPLATE, QueryKey.VERSION, QueryKey.CLASS, QueryKey.PURPOSE)
                .flatMap(query::wanted)
                .map(Searching::condition)
                .toList();
        return conditions.isEmpty()
                ? Optional.empty()
                : Optional.of(table.versions(conditions, MOST_VERSIONS + 1))
                        .filter(found -> found.size() <= MOST_VERSIONS);
    }

    private static Condition condition(QueryTerm term) {
        return Objects.requireNonNull(Condition.of(term));
    }
}
