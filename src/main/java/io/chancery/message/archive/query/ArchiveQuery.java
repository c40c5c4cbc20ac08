package io.chancery.message.archive.query;

import io.chancery.platform.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that a search asks for: all of it must hold. */
public final class ArchiveQuery {

    private final List<QueryTerm> terms;

    private ArchiveQuery(List<QueryTerm> terms) {
        this.terms = List.copyOf(terms);
    }

    /**
     * Reads a query and the parameters beside it.
     *
     * @param text as it is typed; may be empty
     * @param parameters by key
     * @throws InvalidSearchException if anything is wrong with them
     */
    public static ArchiveQuery read(String text, Map<QueryKey, String> parameters) {
        var terms = new ArrayList<>(QueryText.read(text));
        var faults = new ArrayList<Fault>();
        parameters.forEach((key, value) -> {
            try {
                terms.add(parameter(key, value));
            } catch (IllegalArgumentException e) {
                faults.add(new Fault("/" + key.parameter(), String.valueOf(e.getMessage())));
            }
        });
        faults.addAll(contradictions(terms));
        if (!faults.isEmpty()) {
            throw new InvalidSearchException(faults);
        }
        return new ArchiveQuery(terms);
    }

    /**
     * The same of a body, whose field {@code query} is the text.
     *
     * @throws InvalidSearchException if anything is wrong with them
     */
    public static ArchiveQuery ofBody(String query, Map<QueryKey, String> fields) {
        try {
            return read(query, fields);
        } catch (InvalidSearchException e) {
            throw new InvalidSearchException(e.faults().stream()
                    .map(fault -> fault.pointer().equals("/q") ? new Fault("/query", fault.detail()) : fault)
                    .toList());
        }
    }

    /** A text in quotes is meant as it stands, as in a query. */
    private static QueryTerm parameter(QueryKey key, String value) {
        boolean quoted = key == QueryKey.TEXT && value.length() > 2 && value.startsWith("\"") && value.endsWith("\"");
        return new QueryTerm(key, key.read(quoted ? value.substring(1, value.length() - 1) : value), quoted, false);
    }

    private static List<Fault> contradictions(List<QueryTerm> terms) {
        var faults = new ArrayList<Fault>();
        var seen = EnumSet.noneOf(QueryKey.class);
        for (var term : terms) {
            if (term.key() != QueryKey.TEXT && !term.excluded() && !seen.add(term.key())) {
                faults.add(new Fault("/" + term.key().parameter(), "is asked for twice"));
            }
        }
        if (seen.contains(QueryKey.SOURCE) != seen.contains(QueryKey.RECORD)) {
            faults.add(new Fault("/record", "source and record go together"));
        }
        var query = new ArchiveQuery(terms);
        var from = query.findInstant(QueryKey.FROM);
        if (from.isPresent()
                && query.findInstant(QueryKey.TO).filter(from.get()::isAfter).isPresent()) {
            faults.add(new Fault("/to", "is before from"));
        }
        return faults;
    }

    /** Whether it asks for one customer. */
    public boolean namesCustomer() {
        return find(QueryKey.CUSTOMER).isPresent() || find(QueryKey.RECORD).isPresent();
    }

    /** The value that is asked for. */
    public Optional<String> find(QueryKey key) {
        return wanted(key).map(QueryTerm::value).findFirst();
    }

    /** When the range begins or ends. */
    public Optional<Instant> findInstant(QueryKey key) {
        return find(key).map(Instant::parse);
    }

    /** All terms that ask for a key. */
    public Stream<QueryTerm> wanted(QueryKey key) {
        return terms.stream().filter(term -> term.key() == key && !term.excluded());
    }

    /** All terms. */
    public List<QueryTerm> terms() {
        return terms;
    }
}
