package io.chancery.dispatch.email;

import io.chancery.dispatch.DeliveryOutcome;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPOutputStream;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * One connection to the relay. Angus Mail speaks the protocol, but its {@code sendMessage} has no place for what must
 * happen right before the final dot, and forgets the relay's answer to it if the relay then hangs up; so the steps of
 * one mail are here.
 */
final class SmtpConnection extends SMTPTransport {

    private final Socket socket;
    private final EmailConfig.Relay config;
    private int mails;
    private boolean broken;

    /** @param socket that carries the connection, below any encryption; its limit on reading is ours to set */
    SmtpConnection(Session session, URLName relay, Socket socket, EmailConfig.Relay config) {
        super(session, relay);
        this.socket = socket;
        this.config = config;
    }

    /** How many mails were begun. */
    synchronized int mails() {
        return mails;
    }

    synchronized boolean isBroken() {
        return broken;
    }

    /**
     * Names the sender, and so finds out whether the connection still lives while nothing is at stake.
     *
     * @return the relay's answer
     */
    synchronized SmtpReply begin(OutgoingMail mail) {
        var command = new StringBuilder("MAIL FROM:<").append(mail.from()).append('>');
        if (supportsExtension("SIZE")) {
            command.append(" SIZE=").append(mail.content().length);
        }
        // A relay that does not offer 8BITMIME gets the octets all the same: they are what is archived, and relays
        // have long passed them on.
        if (supportsExtension("8BITMIME") && mail.isEightBit()) {
            command.append(" BODY=8BITMIME");
        }
        if (supportsExtension("DSN") && mail.envelopeId() != null) {
            // The header is enough to know the mail by; its content need not go through more mailboxes.
            command.append(" RET=HDRS ENVID=").append(mail.envelopeId());
        }
        mails++;
        return ask(command.toString());
    }

    /** Hands over the mail that was begun. */
    synchronized DeliveryOutcome finish(OutgoingMail mail, Runnable pointOfNoReturn) {
        var recipient = ask("RCPT TO:<" + mail.to() + ">");
        if (!recipient.isYes()) {
            return recipient.recipientRefusal();
        }
        // Unless we get to the end, the relay waits inside the mail, and only hanging up gets it out of there.
        broken = true;
        try {
            var body = (SMTPOutputStream) data();
            body.write(mail.content());
            body.ensureAtBOL();
        } catch (SMTPSendFailedException refused) {
            var reply = SmtpReply.of(refused.getReturnCode(), getLastServerResponse());
            broken = reply.isGone();
            return reply.refusal();
        } catch (MessagingException | IOException lost) {
            return lost(lost).refusal();
        }
        pointOfNoReturn.run();
        broken = false;
        // Impatience here would make a duplicate of a mail that the relay is still looking at.
        return command(".", config.acceptanceTimeout()).verdict(mail.messageId());
    }

    /** Leaves a refused mail behind, so that the next one starts clean. */
    synchronized void reset() {
        if (!broken && !ask("RSET").isYes()) {
            broken = true;
        }
    }

    synchronized boolean isAlive() {
        return !broken && ask("NOOP").isYes();
    }

    private SmtpReply ask(String command) {
        return command(command, config.readTimeout());
    }

    private SmtpReply command(String command, Duration patience) {
        try {
            socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
            var reply = SmtpReply.of(simpleCommand(command), getLastServerResponse());
            broken |= reply.isGone();
            return reply;
        } catch (MessagingException | SocketException lost) {
            broken = true;
            return lost(lost);
        }
    }

    private static SmtpReply lost(Exception lost) {
        return SmtpReply.none(
                lost.getCause() instanceof SocketTimeoutException
                        ? "The relay did not answer in time."
                        : "The connection to the relay broke.");
    }
}
