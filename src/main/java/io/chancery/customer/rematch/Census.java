package io.chancery.customer.rematch;

import io.chancery.customer.matching.Traits;
import io.chancery.customer.rematch.packed.PackedIds;
import io.chancery.customer.rematch.packed.PackedTexts;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Every record of the store at one moment, by number: in the order of source and external id, from 0. */
final class Census implements Iterable<Traits> {

    private final PackedIds ids = new PackedIds();
    private final PackedTexts names = new PackedTexts();
    private final PackedTexts traits = new PackedTexts();
    private final PackedIds customers = new PackedIds();
    private final Map<String, String> words = new HashMap<>();
    private final PackedTexts rules = new PackedTexts();

    /** Adds a record; the caller keeps the order. */
    void add(UUID id, String source, String externalId, String text) {
        ids.add(id);
        names.add(source + '\n' + externalId);
        traits.add(text);
    }

    /** Says whose the record added last is. */
    void addLink(@Nullable UUID customer, @Nullable String rule) {
        customers.add(customer);
        rules.add(rule == null ? "" : rule);
    }

    int size() {
        return ids.size();
    }

    UUID id(int record) {
        return ids.get(record);
    }

    Traits traits(int record) {
        return Traits.parse(traits.get(record));
    }

    String source(int record) {
        var name = names.get(record);
        return words.computeIfAbsent(name.substring(0, name.indexOf('\n')), source -> source);
    }

    String externalId(int record) {
        var name = names.get(record);
        return name.substring(name.indexOf('\n') + 1);
    }

    @Nullable
    UUID customer(int record) {
        return customers.find(record);
    }

    @Nullable
    String rule(int record) {
        var rule = rules.get(record);
        return rule.isEmpty() ? null : words.computeIfAbsent(rule, known -> known);
    }

    @Override
    public Iterator<Traits> iterator() {
        return IntStream.range(0, size()).mapToObj(this::traits).iterator();
    }
}
