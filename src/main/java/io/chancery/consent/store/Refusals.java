package io.chancery.consent.store;

import io.chancery.consent.Declaration;
import io.chancery.vocabulary.ConsentDeclared;
import io.chancery.vocabulary.ConsentDeclared.Scope;
import io.chancery.vocabulary.event.OptedOut;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Puts declarations on record and tells of refusals that are news. What was refused before is none, so that a source
 * which repeats it, or gives back what it was told, sets nothing in motion.
 */
@ApplicationScoped
public class Refusals {

    private final DeclarationTable table;
    private final DeclarationReader reader;
    private final Consumer<OptedOut> listeners;

    @Inject
    Refusals(DeclarationTable table, DeclarationReader reader, Event<OptedOut> optedOut) {
        this(table, reader, optedOut::fire);
    }

    Refusals(DeclarationTable table, DeclarationReader reader, Consumer<OptedOut> listeners) {
        this.table = table;
        this.reader = reader;
        this.listeners = listeners;
    }

    /** What somebody refuses. */
    private record Refused(UUID customerId, Scope scope) {}

    /**
     * Appends what is new, in the caller's transaction.
     *
     * @return how many were new
     */
    public int record(List<NewDeclaration> declarations, Instant now) {
        var refusals = new LinkedHashMap<Refused, ConsentDeclared>();
        for (var each : declarations) {
            var declared = each.declared();
            if (declared.status().isRefusal()) {
                refusals.put(new Refused(declared.declarant().customerId(), declared.scope()), declared);
            }
        }
        if (refusals.isEmpty()) {
            return table.insert(declarations, now);
        }
        var customers =
                refusals.keySet().stream().map(Refused::customerId).distinct().toList();
        var before = refused(customers);
        int added = table.insert(declarations, now);
        refusals.keySet().removeAll(before);
        refusals.keySet().retainAll(refused(customers));
        if (!refusals.isEmpty()) {
            listeners.accept(new OptedOut(List.copyOf(refusals.values())));
        }
        return added;
    }

    /** What these customers refuse as far as is on record: the later counts, of two at one time the stricter. */
    private Set<Refused> refused(Collection<UUID> customers) {
        var refused = new HashSet<Refused>();
        reader.read(customers).forEach((customer, declarations) -> {
            var latest = new HashMap<Scope, Declaration>();
            declarations.stream()
                    .sorted(Declaration.ORDER)
                    .forEach(declaration -> latest.put(declaration.scope(), declaration));
            latest.forEach((scope, declaration) -> {
                if (declaration.status().isRefusal()) {
                    refused.add(new Refused(customer, scope));
                }
            });
        });
        return refused;
    }
}
