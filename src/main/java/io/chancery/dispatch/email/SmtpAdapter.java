package io.chancery.dispatch.email;

import io.chancery.dispatch.ChannelAdapter;
import io.chancery.dispatch.DeliveryOutcome;
import io.chancery.dispatch.DeliveryOutcome.Permanent;
import io.chancery.dispatch.DeliveryOutcome.Temporary;
import io.chancery.dispatch.Handover;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Rendition;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Hands mails to a relay over SMTP, byte for byte as they were archived. */
@ApplicationScoped
class SmtpAdapter implements ChannelAdapter {

    private final int concurrency;
    private final SmtpSessions sessions;
    private final SmtpConnections connections;

    SmtpAdapter(EmailConfig config, Supplier<SmtpServer> server, Clock clock) {
        concurrency = config.concurrency();
        sessions = new SmtpSessions(config, server);
        connections = new SmtpConnections(config, sessions, clock);
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public int concurrency() {
        return concurrency;
    }

    @Override
    public DeliveryOutcome send(Handover handover) {
        if (!(handover.rendition() instanceof Rendition.Mail rendition)) {
            return new Permanent("not-a-mail", "The rendition is not a mail.");
        }
        var mail = OutgoingMail.of(rendition);
        var flaw = mail.flaw();
        if (flaw.isPresent()) {
            return flaw.get();
        }
        try {
            return send(mail, handover);
        } catch (MessagingException notConnected) {
            return unreachable(notConnected);
        }
    }

    private DeliveryOutcome send(OutgoingMail mail, Handover handover) throws MessagingException {
        var connection = connections.take();
        var reply = connection.begin(mail);
        if (reply.isGone() && connection.mails() > 1) {
            // A relay may hang up on a kept connection at any time. That says nothing about this mail.
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

    private static Temporary unreachable(MessagingException cause) {
        var causes = Stream.<Throwable>iterate(cause, fault -> fault != null, Throwable::getCause);
        if (cause instanceof AuthenticationFailedException) {
            return new Temporary("authentication", SmtpReply.clean(String.valueOf(cause.getMessage())));
        }
        var code = causes.anyMatch(SSLException.class::isInstance) ? "tls" : "connect";
        return new Temporary(code, SmtpReply.clean(String.valueOf(cause.getMessage())));
    }

    @PreDestroy
    void close() {
        connections.close();
        sessions.close();
    }
}
