package io.chancery.consent.desk;

import io.chancery.consent.ConsentConfig;
import io.chancery.consent.ConsentException;
import io.chancery.consent.Suppression;
import io.chancery.consent.Suppression.Cause;
import io.chancery.consent.Suppression.Entry;
import io.chancery.consent.store.CustomerIndex;
import io.chancery.consent.store.SuppressionTable;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.audit.AuditLog;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.event.ContactPointFailed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;

/** Keeps the suppression list. */
@ApplicationScoped
public class SuppressionDesk {

    private static final Set<Channel> WITH_ADDRESS = Set.of(Channel.EMAIL, Channel.SMS);

    private final SuppressionTable table;
    private final CustomerIndex customers;
    private final ConsentConfig config;
    private final IdGenerator ids;

    SuppressionDesk(SuppressionTable table, CustomerIndex customers, ConsentConfig config, IdGenerator ids) {
        this.table = table;
        this.customers = customers;
        this.config = config;
        this.ids = ids;
    }

    @Transactional
    public void add(Suppression suppression) {
        table.add(suppression);
        AuditLog.about(suppression.id());
    }

    /** @throws ConsentException if there is no such entry, or it is not in force */
    @Transactional
    public void lift(UUID id, Entry lift) {
        if (!table.lift(id, lift)) {
            throw table.find(id).isEmpty() ? ConsentException.unknownSuppression() : ConsentException.suppressionOver();
        }
    }

    /** In the transaction of the delivery's end. To somebody who was erased nothing is sent, and their address is not noted again. */
    void on(@Observes ContactPointFailed failed) {
        if (WITH_ADDRESS.contains(failed.channel()) && !customers.isErased(failed.customerId())) {
            var cause = Cause.HARD_BOUNCE;
            table.add(new Suppression(
                    ids.next(),
                    failed.channel(),
                    Suppression.normal(failed.channel(), failed.contactPoint()),
                    cause.usualScope(),
                    cause,
                    new Entry("Nobody was reached there", "delivery", failed.at()),
                    failed.at().plus(config.hardBounceLife()),
                    null));
        }
    }
}
