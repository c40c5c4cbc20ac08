package io.chancery.dispatch.email.dkim;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Signs each mail with the keys of its sender's domain. */
@ApplicationScoped
public class MailSigning {

    private static final Logger LOG = Logger.getLogger(MailSigning.class);

    private final SigningDomains domains;
    private final Clock clock;
    private final Set<String> unsigned = ConcurrentHashMap.newKeySet();

    MailSigning(DkimConfig config, Clock clock) {
        this.domains = SigningDomains.of(config);
        this.clock = clock;
    }

    /** Reads the keys before anybody begins to work, so that a bad one stops the start, and says what has to be published. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        for (var domain : domains.all()) {
            for (var key : domain.keys()) {
                LOG.infof(
                        "Mails from %s are signed with %s by %s. DNS must have: %s",
                        domain.name(), key.algorithm(), key.provider(), domain.record(key));
            }
        }
    }

    /**
     * The mail with its signatures before it. If its sender's domain has no key, the mail as it is.
     *
     * @param mail a whole RFC 5322 message, its lines ended by CRLF
     * @throws IllegalArgumentException if it is not one mail from one sender
     */
    public byte[] signed(byte[] mail) {
        var sender = SenderDomain.of(mail);
        var domain = domains.of(sender);
        if (domain.isEmpty() && unsigned.add(sender)) {
            LOG.warnf(
                    "Mails from %1$s are not signed: there is no key for it (chancery.dispatch.email.dkim.\"%1$s\")",
                    sender);
        }
        return domain.map(signer -> signer.sign(mail, clock.instant())).orElse(mail);
    }
}
