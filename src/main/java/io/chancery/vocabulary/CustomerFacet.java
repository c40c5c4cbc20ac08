package io.chancery.vocabulary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What another feature knows about a customer: a bean that the customer's page collects. */
public interface CustomerFacet {

    /** Under this name it stands on the page; camelCase. */
    String name();

    /**
     * What there is to show to whoever is asking, in a form that JSON can take.
     *
     * @param customerId of a customer as it is today; what is known of customers merged into it belongs to it as well
     * @return null if the caller may see nothing of it
     */
    @Nullable
    Object of(UUID customerId);
}
