package io.chancery.consent.desk;

import static io.chancery.vocabulary.ConsentDeclared.MARKETING;

import io.chancery.consent.Suppression;
import io.chancery.consent.Suppression.Cause;
import io.chancery.consent.Suppression.Entry;
import io.chancery.consent.store.CustomerIndex;
import io.chancery.consent.store.CustomerIndex.Known;
import io.chancery.consent.store.NewDeclaration;
import io.chancery.consent.store.Refusals;
import io.chancery.consent.store.SuppressedAddresses;
import io.chancery.consent.store.SuppressionTable;
import io.chancery.platform.IdGenerator;
import io.chancery.vocabulary.ConsentDeclared;
import io.chancery.vocabulary.ConsentDeclared.Declarant;
import io.chancery.vocabulary.ConsentDeclared.Evidence;
import io.chancery.vocabulary.ConsentDeclared.Scope;
import io.chancery.vocabulary.ConsentDeclared.Status;
import io.chancery.vocabulary.event.SpamReported;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * Takes it as a withdrawal if a customer calls a message spam: no more advertising on this channel, and none to this
 * address, whoever has it. Messages about a contract go on.
 */
@ApplicationScoped
class SpamReports {

    private static final String SOURCE = "complaint";
    private static final String DELIVERY = "delivery";

    private final CustomerIndex customers;
    private final Refusals refusals;
    private final SuppressionTable suppressions;
    private final SuppressedAddresses erased;
    private final IdGenerator ids;
    private final Clock clock;

    SpamReports(
            CustomerIndex customers,
            Refusals refusals,
            SuppressionTable suppressions,
            SuppressedAddresses erased,
            IdGenerator ids,
            Clock clock) {
        this.customers = customers;
        this.refusals = refusals;
        this.suppressions = suppressions;
        this.erased = erased;
        this.ids = ids;
        this.clock = clock;
    }

    /** In the transaction that puts it on record. Of somebody who was erased a keyed hash of the address is kept. */
    void on(@Observes SpamReported reported) {
        if (customers.isErased(reported.customerId())) {
            erased.add(List.of(Suppression.normal(reported.channel(), reported.contactPoint())));
            return;
        }
        suppress(reported);
        customers.find(reported.customerId()).ifPresent(customer -> withdraw(customer, reported));
    }

    private void suppress(SpamReported reported) {
        var cause = Cause.COMPLAINT;
        suppressions.add(new Suppression(
                ids.next(),
                reported.channel(),
                Suppression.normal(reported.channel(), reported.contactPoint()),
                cause.usualScope(),
                cause,
                new Entry("Complaint (ARF)", DELIVERY, reported.at()),
                null,
                null));
    }

    private void withdraw(Known customer, SpamReported reported) {
        var declared = new ConsentDeclared(
                new Declarant(customer.id(), null),
                new Scope(reported.channel(), MARKETING),
                Status.UNSUBSCRIBED,
                reported.at(),
                reported.contactPoint(),
                List.of(),
                new Evidence(
                        SOURCE,
                        "Complaint (ARF)",
                        Map.of(DELIVERY, reported.deliveryId().toString())));
        refusals.record(List.of(new NewDeclaration(ids.next(), declared, null, DELIVERY)), clock.instant());
    }
}
