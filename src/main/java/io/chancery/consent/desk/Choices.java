package io.chancery.consent.desk;

import static io.chancery.vocabulary.ConsentDeclared.MARKETING;
import static io.chancery.vocabulary.ConsentDeclared.SERVICE;

import io.chancery.consent.ConsentDecision;
import io.chancery.consent.ConsentQuestion;
import io.chancery.consent.PreferenceSheet.Choice;
import io.chancery.consent.PreferenceSheet.State;
import io.chancery.consent.Standing;
import io.chancery.consent.optin.ConsentText;
import io.chancery.consent.store.CustomerIndex.Known;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.MessageClass;
import io.chancery.vocabulary.Purpose;
import io.chancery.vocabulary.Reason;
import java.util.List;
import java.util.stream.Stream;

/** What there is to agree to, and what the customer agreed to. A letter about a contract is no matter of choice. */
public final class Choices {

    private final Known customer;
    private final Standing standing;

    public Choices(Known customer, Standing standing) {
        this.customer = customer;
        this.standing = standing;
    }

    /** Everything that there is to choose. */
    public List<Choice> all(String language) {
        return Stream.of(
                        choice(Channel.EMAIL, MARKETING, language),
                        choice(Channel.SMS, MARKETING, language),
                        choice(Channel.PRINT, MARKETING, language),
                        choice(Channel.EMAIL, SERVICE, language),
                        choice(Channel.SMS, SERVICE, language))
                .toList();
    }

    private Choice choice(Channel channel, String purpose, String language) {
        return new Choice(channel, purpose, state(channel, purpose), ConsentText.of(channel, purpose, language));
    }

    private State state(Channel channel, String purpose) {
        var contactPoint = customer.contactPoint(channel);
        if (contactPoint.isEmpty() && !channel.equals(Channel.PRINT)) {
            return State.UNREACHABLE;
        }
        var messageClass = purpose.equals(MARKETING) ? MessageClass.MARKETING : MessageClass.TRANSACTIONAL;
        var decision = standing.consented(
                new ConsentQuestion(channel, messageClass, Purpose.INFORM, contactPoint.orElse(null)));
        if (decision instanceof ConsentDecision.Refused refused) {
            return refused.reason() == Reason.CONSENT_UNCONFIRMED ? State.PENDING : State.OPEN;
        }
        return State.GIVEN;
    }
}
