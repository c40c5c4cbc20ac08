package io.chancery.consent;

import io.chancery.consent.optin.Confirmations;
import io.chancery.vocabulary.ConsentDeclared.Evidence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** The customer's half of a double opt-in: the page behind the link in the mail, and its button. */
@ApplicationScoped
public class OptIns {

    private final Confirmations confirmations;
    private final Consents consents;

    OptIns(Confirmations confirmations, Consents consents) {
        this.confirmations = confirmations;
        this.consents = consents;
    }

    /** Where the request behind a link stands. */
    public enum State {
        /** Waits for the customer. */
        OPEN,
        /** Is confirmed. */
        CONFIRMED,
        /** Was overtaken: the customer has said no since, or has another address. */
        OVERTAKEN
    }

    /** What the customer is to confirm, word by word, and where it stands. */
    public record OptIn(String text, State state) {

        private static OptIn of(Evidence evidence, State state) {
            return new OptIn(evidence.text(), state);
        }
    }

    /**
     * Looks at the request and changes nothing: programs that scan mails follow links.
     *
     * @throws ConsentException if the link is none of ours or has expired
     */
    @Transactional
    public OptIn open(String token) {
        var request = confirmations.find(token, consents::standing);
        return OptIn.of(request.declaration().evidence(), request.state());
    }

    /**
     * Confirms, unless it is confirmed already or was overtaken.
     *
     * @param ip where the confirmation comes from
     * @throws ConsentException if the link is none of ours or has expired
     */
    @Transactional
    public OptIn confirm(String token, String ip) {
        var request = confirmations.find(token, consents::standing);
        var evidence = request.declaration().evidence();
        if (request.state() != State.OPEN) {
            return OptIn.of(evidence, request.state());
        }
        confirmations.confirm(request.declaration(), ip);
        return OptIn.of(evidence, State.CONFIRMED);
    }
}
