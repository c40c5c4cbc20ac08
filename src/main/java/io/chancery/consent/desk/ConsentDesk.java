package io.chancery.consent.desk;

import io.chancery.consent.ConsentException;
import io.chancery.consent.Preferences;
import io.chancery.consent.Standing;
import io.chancery.consent.optin.DoubleOptIn;
import io.chancery.consent.request.DeclarationOrder;
import io.chancery.consent.store.CustomerIndex;
import io.chancery.consent.store.CustomerIndex.Known;
import io.chancery.consent.store.NewDeclaration;
import io.chancery.consent.store.PreferenceTable;
import io.chancery.consent.store.Refusals;
import io.chancery.platform.Fault;
import io.chancery.platform.IdGenerator;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.ConsentDeclared;
import io.chancery.vocabulary.ConsentDeclared.Declarant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes what a customer says about being written to, from whoever heard it. */
@ApplicationScoped
public class ConsentDesk {

    private static final Set<Channel> WITH_ADDRESS = Set.of(Channel.EMAIL, Channel.SMS);

    private final CustomerIndex customers;
    private final Refusals refusals;
    private final PreferenceTable preferences;
    private final DoubleOptIn doubleOptIn;
    private final IdGenerator ids;
    private final Clock clock;

    ConsentDesk(
            CustomerIndex customers,
            Refusals refusals,
            PreferenceTable preferences,
            DoubleOptIn doubleOptIn,
            IdGenerator ids,
            Clock clock) {
        this.customers = customers;
        this.refusals = refusals;
        this.preferences = preferences;
        this.doubleOptIn = doubleOptIn;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Puts a declaration on record.
     *
     * @return its id; empty if it is on record already
     * @throws ConsentException if it does not fit the customer
     */
    @Transactional
    public Optional<UUID> declare(Known customer, DeclarationOrder order, String recordedBy) {
        var id = ids.next();
        var declared = new ConsentDeclared(
                new Declarant(customer.id(), record(customer, order)),
                order.scope(),
                order.status(),
                Objects.requireNonNullElse(order.at(), clock.instant()),
                contactPoint(customer, order),
                order.topics(),
                order.evidence());
        int added = refusals.record(List.of(new NewDeclaration(id, declared, null, recordedBy)), clock.instant());
        return added == 1 ? Optional.of(id) : Optional.empty();
    }

    private @Nullable UUID record(Known customer, DeclarationOrder order) {
        var key = order.record();
        if (key == null) {
            return null;
        }
        return customers
                .findRecord(customer.id(), key.source(), key.record())
                .orElseThrow(() -> ConsentException.invalid(
                        List.of(new Fault("/record", "is not a source record of this customer"))));
    }

    /**
     * A consent is given for an address: the one that is named, else the one the customer is reached by today. What a
     * record says is for the record's own address, and for none if that is not named.
     */
    private static @Nullable String contactPoint(Known customer, DeclarationOrder order) {
        var channel = order.scope().channel();
        boolean named = order.contactPoint() != null || order.record() != null;
        if (channel == null || !WITH_ADDRESS.contains(channel) || named) {
            return order.contactPoint();
        }
        var known = customer.contactPoint(channel);
        if (known.isEmpty() && !order.status().isRefusal()) {
            throw ConsentException.invalid(
                    List.of(new Fault("/contactPoint", "is missing: consent is given for one address or number")));
        }
        return known.orElse(null);
    }

    /** Asks the customer to confirm a consent, by a mail of ours. */
    @Transactional
    public DoubleOptIn.Asked ask(Known customer, Standing standing, DeclarationOrder order, DoubleOptIn.Asking asking) {
        return doubleOptIn.ask(customer, standing, order, asking);
    }

    /** Whether the customer was asked for it a moment ago, so that another mail would be one too many. */
    public boolean askedRecently(Standing standing, ConsentDeclared.Scope scope) {
        return doubleOptIn.askedRecently(standing, scope);
    }

    /** Puts preferences on record, in the place of all earlier ones. */
    @Transactional
    public void prefer(Known customer, Preferences wanted, Preferences.Entry entry) {
        preferences.insert(customer.id(), wanted, entry);
    }
}
