package io.chancery.message;

import io.chancery.customer.Customers;
import io.chancery.message.MessageView.Page;
import io.chancery.platform.security.ApiClient;
import io.chancery.vocabulary.CustomerFacet;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The messages to one customer on all channels, those to customers merged into it among them, each under its own UCID. */
@ApplicationScoped
public class CustomerMessages implements CustomerFacet {

    private static final int ON_THE_PAGE = 50;

    private final Messages messages;
    private final Customers customers;
    private final SecurityIdentity caller;

    CustomerMessages(Messages messages, Customers customers, SecurityIdentity caller) {
        this.messages = messages;
        this.customers = customers;
        this.caller = caller;
    }

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public @Nullable Object of(UUID customerId) {
        return Visibility.any(caller) ? page(customerId, null, ON_THE_PAGE) : null;
    }

    /**
     * The newest messages.
     *
     * @param after {@link Page#next} of the page before
     */
    public Page page(UUID customerId, @Nullable UUID after, int limit) {
        var clientId = Visibility.of(caller).orElse(null);
        var items = messages.list(new MessageFilter(
                clientId, customers.idsOf(customerId), null, null, null, after, ApiClient.isTest(caller), limit + 1));
        boolean more = items.size() > limit;
        var part = more ? items.subList(0, limit) : items;
        return new Page(List.copyOf(part), more ? part.get(limit - 1).id().toString() : null);
    }
}
