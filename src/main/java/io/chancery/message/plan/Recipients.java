package io.chancery.message.plan;

import io.chancery.consent.Consents;
import io.chancery.consent.Preferences;
import io.chancery.customer.Customers;
import io.chancery.template.TemplateSettings;
import io.chancery.vocabulary.Recipient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who a message is for, as its plan sees them: the golden record, with the wishes that the customer told us. */
@ApplicationScoped
public class Recipients {

    private final Customers customers;
    private final Consents consents;

    Recipients(Customers customers, Consents consents) {
        this.customers = customers;
        this.consents = consents;
    }

    /** The customer with the channel and language that they prefer; empty if no record is left of them. */
    public Optional<Recipient> find(UUID customerId, TemplateSettings settings) {
        return Optional.ofNullable(find(List.of(customerId), settings).get(customerId));
    }

    /** The same of many; those of whom no record is left are missing. */
    public Map<UUID, Recipient> find(Collection<UUID> customerIds, TemplateSettings settings) {
        var preferences = consents.preferences(customerIds);
        var found = new HashMap<UUID, Recipient>();
        customers
                .recipients(customerIds)
                .forEach((id, recipient) ->
                        found.put(id, preferring(recipient, preferences.getOrDefault(id, Preferences.NONE), settings)));
        return found;
    }

    /** Whether the customer's data may be used for nothing but what the law allows (GDPR Art. 18). */
    public boolean isRestricted(UUID customerId) {
        return consents.standing(customerId).restriction().isPresent();
    }

    /** What the customer told us goes before what the sources say. */
    private static Recipient preferring(Recipient recipient, Preferences preferences, TemplateSettings settings) {
        var channel = preferences.channelFor(settings.messageClass(), settings.purpose());
        return recipient.preferring(channel.orElse(recipient.preferred()), preferences.language());
    }
}
