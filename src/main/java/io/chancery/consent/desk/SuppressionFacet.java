package io.chancery.consent.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chancery.consent.Suppression;
import io.chancery.consent.store.CustomerIndex;
import io.chancery.consent.store.SuppressionTable;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.CustomerFacet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What keeps a customer's addresses from being used, for the page with everything about a customer. */
@ApplicationScoped
class SuppressionFacet implements CustomerFacet {

    private final CustomerIndex customers;
    private final SuppressionTable table;
    private final Clock clock;

    SuppressionFacet(CustomerIndex customers, SuppressionTable table, Clock clock) {
        this.customers = customers;
        this.table = table;
        this.clock = clock;
    }

    /** Without the address, which is not for everybody's eyes. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Suppressed(
            UUID id,
            Channel channel,
            Suppression.Scope scope,
            Suppression.Cause cause,
            Instant since,
            @Nullable Instant expiresAt) {

        private static Suppressed of(Suppression suppression) {
            return new Suppressed(
                    suppression.id(),
                    suppression.channel(),
                    suppression.scope(),
                    suppression.cause(),
                    suppression.entry().at(),
                    suppression.expiresAt());
        }
    }

    @Override
    public String name() {
        return "suppressions";
    }

    @Override
    public List<Suppressed> of(UUID customerId) {
        return customers
                .find(customerId)
                .map(customer -> table.of(customer, clock.instant()).stream()
                        .map(Suppressed::of)
                        .toList())
                .orElse(List.of());
    }
}
