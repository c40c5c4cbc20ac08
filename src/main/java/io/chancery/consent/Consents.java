package io.chancery.consent;

import io.chancery.consent.store.DeclarationReader;
import io.chancery.consent.store.NewDeclaration;
import io.chancery.consent.store.PreferenceTable;
import io.chancery.consent.store.Refusals;
import io.chancery.consent.store.SuppressionTable;
import io.chancery.platform.IdGenerator;
import io.chancery.vocabulary.ConsentDeclared;
import io.chancery.vocabulary.Recipient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What customers allowed and forbade. To be asked when a message is sent, not when it is accepted. */
@ApplicationScoped
public class Consents {

    private static final String SOURCE = "source";

    private final DeclarationReader reader;
    private final Refusals refusals;
    private final PreferenceTable preferences;
    private final SuppressionTable suppressions;
    private final IdGenerator ids;
    private final Clock clock;

    Consents(
            DeclarationReader reader,
            Refusals refusals,
            PreferenceTable preferences,
            SuppressionTable suppressions,
            IdGenerator ids,
            Clock clock) {
        this.reader = reader;
        this.refusals = refusals;
        this.preferences = preferences;
        this.suppressions = suppressions;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whether a message may be sent to the customer now. */
    public ConsentDecision decide(UUID customerId, ConsentQuestion question) {
        return standing(customerId).decide(question);
    }

    /** The decision for each of many customers, by one question to the database. */
    public Map<UUID, ConsentDecision> decide(Map<UUID, ConsentQuestion> questions) {
        var standings = standings(questions.keySet());
        var decisions = new HashMap<UUID, ConsentDecision>();
        questions.forEach((id, question) ->
                decisions.put(id, standings.getOrDefault(id, Standing.SILENT).decide(question)));
        return decisions;
    }

    /** Where a customer stands now. */
    public Standing standing(UUID customerId) {
        return standings(List.of(customerId)).getOrDefault(customerId, Standing.SILENT);
    }

    /**
     * Where each of many customers stands, by one question to the database.
     *
     * @param customerIds an id of a customer who was merged means the one it was merged into
     * @return a standing for each id that was asked for
     */
    public Map<UUID, Standing> standings(Collection<UUID> customerIds) {
        var declared = reader.read(customerIds);
        return customerIds.stream()
                .distinct()
                .collect(
                        Collectors.toMap(Function.identity(), id -> Standing.of(declared.getOrDefault(id, List.of()))));
    }

    /** How a customer wants to be written to. */
    public Preferences preferences(UUID customerId) {
        return preferences(List.of(customerId)).getOrDefault(customerId, Preferences.NONE);
    }

    /** The same of many; customers without preferences are missing. */
    public Map<UUID, Preferences> preferences(Collection<UUID> customerIds) {
        return preferences.read(customerIds);
    }

    /** What the suppression list says of the mail addresses and mobile numbers of these recipients. */
    public List<Suppression> suppressions(Collection<Recipient> recipients) {
        return suppressions.of(recipients, clock.instant());
    }

    /** Puts declarations of sources on record; what is on record already is not put there twice. */
    @Transactional
    public void declare(List<ConsentDeclared> declared) {
        var added = declared.stream()
                .map(each -> new NewDeclaration(ids.next(), each, null, SOURCE))
                .toList();
        refusals.record(added, clock.instant());
    }

    /** In the transaction of whoever heard it. */
    void on(@Observes ConsentDeclared.Batch batch) {
        declare(batch.declarations());
    }
}
