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
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPOutputStream;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * One connection to the relay. Angus Mail speaks the protocol, but its {@code sendMessage} has no place for what must
 * happen right before the final dot, and forgets the relay's answer to it if the relay then hangs up; so the steps of
 * one mail are here.
 */
final class SmtpConnection extends SMTPTransport {

    private static final SmtpReply OUT_OF_TURN = SmtpReply.none("The relay spoke out of turn.");

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
        var leave = write(mail);
        if (!leave.isGoAhead()) {
            broken = !leave.isRefusal();
            return leave.refusal();
        }
        pointOfNoReturn.run();
        if (isOutOfTurn()) {
            // We would take it for the answer to the dot. Without the dot the relay has not got the mail.
            return OUT_OF_TURN.refusal();
        }
        broken = false;
        // Impatience here would make a duplicate of a mail that the relay is still looking at.
        var reply = command(".", config.acceptanceTimeout());
        return reply.verdict(afterthought(), mail.messageId());
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

    /** Angus sends a RSET of its own after a refused DATA, and waits for the answer; whether one is due we say. */
    @Override
    public synchronized void issueCommand(String command, int expected) throws MessagingException {
        if (!command.equals("RSET")) {
            super.issueCommand(command, expected);
        }
    }

    /**
     * Writes all but the final dot.
     *
     * @return the relay's leave to do so, or why it was not done
     */
    private SmtpReply write(OutgoingMail mail) {
        if (isOutOfTurn()) {
            return OUT_OF_TURN;
        }
        try {
            var body = (SMTPOutputStream) data();
            body.write(mail.content());
            body.ensureAtBOL();
            return answer();
        } catch (SMTPSendFailedException refused) {
            return answer();
        } catch (MessagingException | IOException lost) {
            return lost(lost);
        }
    }

    /** What the relay said right behind its answer to the dot: one of the two was not meant for it. */
    private Optional<SmtpReply> afterthought() {
        if (broken || !isOutOfTurn()) {
            return Optional.empty();
        }
        try {
            socket.setSoTimeout(Math.toIntExact(config.readTimeout().toMillis()));
            readServerResponse();
            return Optional.of(answer());
        } catch (MessagingException | SocketException lost) {
            return Optional.of(lost(lost));
        }
    }

    private SmtpReply ask(String command) {
        return isOutOfTurn() ? OUT_OF_TURN : command(command, config.readTimeout());
    }

    private SmtpReply command(String command, Duration patience) {
        try {
            socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
            simpleCommand(command);
            var reply = answer();
            broken |= !reply.isYes() && !reply.isRefusal();
            return reply;
        } catch (MessagingException | SocketException lost) {
            broken = true;
            return lost(lost);
        }
    }

    private SmtpReply answer() {
        return SmtpReply.of(getLastReturnCode(), getLastServerResponse());
    }

    /** Whether the relay said what nobody asked for: from then on its answers may be those to earlier questions. */
    private boolean isOutOfTurn() {
        try {
            if (!UnreadAnswers.in(this, socket)) {
                return false;
            }
        } catch (IOException lost) {
            // No answer can be had of it any more, which is as bad.
        }
        broken = true;
        return true;
    }

    private static SmtpReply lost(Exception lost) {
        return SmtpReply.none(
                lost.getCause() instanceof SocketTimeoutException
                        ? "The relay did not answer in time."
                        : "The connection to the relay broke.");
    }
}
