package io.chancery.message.plan;

import io.chancery.consent.Consents;
import io.chancery.customer.Customers;
import io.chancery.template.TemplateSettings;
import io.chancery.vocabulary.Recipient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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
        return Optional.ofNullable(customers.recipients(List.of(customerId)).get(customerId))
                .map(recipient -> preferring(customerId, recipient, settings));
    }

    /** What the customer told us goes before what the sources say. */
    private Recipient preferring(UUID customerId, Recipient recipient, TemplateSettings settings) {
        var preferences = consents.preferences(customerId);
        var channel = preferences.channelFor(settings.messageClass(), settings.purpose());
        return recipient.preferring(channel.orElse(recipient.preferred()), preferences.language());
    }
}
