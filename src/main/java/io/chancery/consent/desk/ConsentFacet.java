package io.chancery.consent.desk;

import io.chancery.consent.Consents;
import io.chancery.consent.CustomerConsents;
import io.chancery.vocabulary.CustomerFacet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Consents and preferences, for the page with everything about a customer. */
@ApplicationScoped
class ConsentFacet implements CustomerFacet {

    private final Consents consents;

    ConsentFacet(Consents consents) {
        this.consents = consents;
    }

    @Override
    public String name() {
        return "consents";
    }

    @Override
    public Object of(UUID customerId) {
        return CustomerConsents.of(consents.standing(customerId), consents.preferences(customerId));
    }
}
