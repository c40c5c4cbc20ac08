package io.chancery.dispatch.email;

import io.chancery.dispatch.DeliveryOutcome;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Objects;
import org.eclipse.angus.mail.smtp.SMTPOutputStream;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * One connection to the relay. Angus Mail speaks the protocol, but its {@code sendMessage} has no place for what must
 * happen right before the final dot, and forgets the relay's answer to it if the relay then hangs up; so the steps of
 * one mail are here.
 */
final class SmtpConnection extends SMTPTransport {

    private int mails;
    private boolean broken;

    SmtpConnection(Session session) {
        super(session, null);
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
        mails++;
        return command(command.toString());
    }

    /** Hands over the mail that was begun. */
    synchronized DeliveryOutcome finish(OutgoingMail mail, Runnable pointOfNoReturn) {
        var recipient = command("RCPT TO:<" + mail.to() + ">");
        if (!recipient.isYes()) {
            return recipient.refusal();
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
        return command(".").verdict(mail.messageId());
    }

    /** Leaves a refused mail behind, so that the next one starts clean. */
    synchronized void reset() {
        if (!broken && !command("RSET").isYes()) {
            broken = true;
        }
    }

    private SmtpReply command(String command) {
        try {
            var reply = SmtpReply.of(simpleCommand(command), getLastServerResponse());
            broken |= reply.isGone();
            return reply;
        } catch (MessagingException lost) {
            broken = true;
            return lost(lost);
        }
    }

    private static SmtpReply lost(Exception lost) {
        var cause = Objects.requireNonNullElse(lost.getCause(), lost);
        return SmtpReply.none(
                cause instanceof SocketTimeoutException
                        ? "The relay did not answer in time."
                        : "The connection to the relay broke.");
    }
}
