package io.chancery.consent;

import static java.util.Objects.requireNonNull;

import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.ConsentDeclared;
import io.chancery.vocabulary.MessageClass;
import io.chancery.vocabulary.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What customers allowed and forbade. To be asked when a message is sent, not when it is accepted. */
@ApplicationScoped
public class Consents {

    private static final ConsentDecision NO_CONSENT_NEEDED =
            new ConsentDecision.Allowed("Transactional messages need no consent");
    private static final ConsentDecision NEVER_OBJECTED =
            new ConsentDecision.Allowed("Advertising by letter was never objected to");
    private static final ConsentDecision MISSING = new ConsentDecision.Refused(Reason.CONSENT_MISSING);

    private final DeclarationTable declarations;
    private final Clock clock;

    Consents(DeclarationTable declarations, Clock clock) {
        this.declarations = declarations;
        this.clock = clock;
    }

    /** Whether a message of the class may be sent to the customer on the channel now. */
    public ConsentDecision decide(UUID customerId, Channel channel, MessageClass messageClass) {
        return requireNonNull(decide(List.of(customerId), channel, messageClass).get(customerId));
    }

    /** The decision for each of many customers, by one question to the database. */
    public Map<UUID, ConsentDecision> decide(Collection<UUID> customerIds, Channel channel, MessageClass messageClass) {
        var latest = messageClass == MessageClass.TRANSACTIONAL
                ? Map.<UUID, Declaration>of()
                : declarations.latest(customerIds, channel);
        return customerIds.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), id -> decision(latest.get(id), channel, messageClass)));
    }

    /** Every channel but print is treated as electronic: a channel that is new needs consent until the law says not. */
    private static ConsentDecision decision(@Nullable Declaration latest, Channel channel, MessageClass messageClass) {
        if (messageClass == MessageClass.TRANSACTIONAL) {
            return NO_CONSENT_NEEDED;
        }
        if (channel.equals(Channel.PRINT)) {
            return latest == null ? NEVER_OBJECTED : latest.asOptOut();
        }
        return latest == null ? MISSING : latest.asOptIn();
    }

    /** Puts declarations on record; what is on record already is not put there twice. */
    @Transactional
    public void declare(List<ConsentDeclared> declared) {
        declarations.insert(declared, clock.instant());
    }

    /** In the transaction of whoever heard it. */
    void on(@Observes ConsentDeclared.Batch batch) {
        declare(batch.declarations());
    }
}
