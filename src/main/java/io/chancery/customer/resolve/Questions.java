package io.chancery.customer.resolve;

import io.chancery.customer.matching.DoubtKind;
import io.chancery.customer.resolve.Known.Kind;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Gathers what is to be asked about some records: one question at most for any two customers, and none twice. */
public final class Questions {

    private final Map<UUID, UUID> owners;
    private final Set<RecordPair> decided = new HashSet<>();
    private final Map<RecordPair, Question> byCustomers = new LinkedHashMap<>();

    /** @param owners the customer of every record that a question may be about */
    public Questions(Map<UUID, UUID> owners, Collection<Known> known) {
        this.owners = new HashMap<>(owners);
        known.stream().filter(one -> one.kind() != Kind.WEIGHED).forEach(one -> decided.add(one.pair()));
    }

    public void add(Question question) {
        var a = owners.get(question.pair().a());
        var b = owners.get(question.pair().b());
        if (a == null || b == null || decided.contains(question.pair())) {
            return;
        }
        // Within one customer each record that barely belongs there is a question of its own.
        var key = a.equals(b) ? question.pair() : new RecordPair(a, b);
        byCustomers.merge(key, question, Questions::worthier);
    }

    /** Two records that are alike, but not enough, and hang together with different others. */
    public void addWeak(Known known) {
        if (known.kind() == Kind.WEIGHED) {
            add(new Question(known.pair(), DoubtKind.BELOW, known.weight()));
        }
    }

    private static Question worthier(Question one, Question other) {
        return one.weight() >= other.weight() ? one : other;
    }

    public List<Question> list() {
        return List.copyOf(byCustomers.values());
    }
}
