package io.chancery.dispatch.email;

import io.chancery.dispatch.DeliveryOutcome;
import io.chancery.dispatch.DeliveryOutcome.Permanent;
import io.chancery.dispatch.DeliveryOutcome.Temporary;
import io.chancery.dispatch.Handover;
import io.chancery.dispatch.Provider;
import io.chancery.dispatch.ProviderEndpoint;
import io.chancery.dispatch.ProviderProfile;
import io.chancery.dispatch.email.bounce.BounceAddress;
import io.chancery.vocabulary.Rendition;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** A relay that takes mails over SMTP, byte for byte as they were archived. */
final class SmtpRelay implements Provider, AutoCloseable {

    private final ProviderProfile profile;
    private final ProviderEndpoint endpoint;
    private final BounceAddress bounces;
    private final SmtpDialler dialler;
    private final SmtpConnections connections;

    SmtpRelay(
            String name,
            EmailConfig.Relay config,
            SmtpServer server,
            ProviderEndpoint endpoint,
            BounceAddress bounces,
            Clock clock) {
        profile = ProviderProfile.of(name, config.concurrency(), config);
        this.endpoint = endpoint;
        this.bounces = bounces;
        dialler = new SmtpDialler(config, server);
        connections = new SmtpConnections(config, dialler, clock);
    }

    @Override
    public ProviderProfile profile() {
        return profile;
    }

    @Override
    public ProviderEndpoint endpoint() {
        return endpoint;
    }

    @Override
    public DeliveryOutcome send(Handover handover) {
        if (!(handover.rendition() instanceof Rendition.Mail rendition)) {
            return new Permanent("not-a-mail", "The rendition is not a mail.");
        }
        var mail = mail(rendition, handover.deliveryId());
        var flaw = mail.flaw();
        if (flaw.isPresent()) {
            return flaw.get();
        }
        try {
            return send(mail, handover);
        } catch (IOException | MessagingException notConnected) {
            return unreachable(notConnected);
        }
    }

    private OutgoingMail mail(Rendition.Mail rendition, UUID deliveryId) {
        var mail = OutgoingMail.of(rendition);
        return bounces.of(deliveryId)
                .map(address -> mail.returnedTo(address, bounces.token(deliveryId)))
                .orElse(mail);
    }

    private DeliveryOutcome send(OutgoingMail mail, Handover handover) throws IOException, MessagingException {
        var connection = connections.take();
        var reply = connection.begin(mail);
        if (connection.isBroken() && connection.mails() > 1) {
            // A relay may hang up on a kept connection at any time, or answer an earlier mail once more. That says
            // nothing about this mail.
            connections.giveBack(connection);
            connection = connections.open();
            reply = connection.begin(mail);
        }
        try {
            var outcome = reply.isYes() ? connection.finish(mail, handover::pointOfNoReturn) : reply.refusal();
            if (!(outcome instanceof DeliveryOutcome.Accepted)) {
                connection.reset();
            }
            return outcome;
        } finally {
            connections.giveBack(connection);
        }
    }

    private static Temporary unreachable(Exception cause) {
        var text = SmtpReply.clean(String.valueOf(cause.getMessage()));
        if (cause instanceof AuthenticationFailedException) {
            return new Temporary("authentication", text);
        }
        boolean encryption = text.startsWith("STARTTLS")
                || Stream.<Throwable>iterate(cause, Objects::nonNull, Throwable::getCause)
                        .anyMatch(SSLException.class::isInstance);
        return new Temporary(encryption ? "tls" : "connect", text);
    }

    @Override
    public void close() {
        connections.close();
        dialler.close();
    }
}
