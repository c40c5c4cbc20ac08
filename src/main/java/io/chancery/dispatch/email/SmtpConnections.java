package io.chancery.dispatch.email;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Keeps connections to the relay open between mails, and hands out only those that are fit. Knows no limit itself. */
final class SmtpConnections implements AutoCloseable {

    private record Idle(SmtpConnection connection, Instant since) {

        Duration age(Instant now) {
            return Duration.between(since, now);
        }
    }

    private final EmailConfig.Relay config;
    private final SmtpDialler dialler;
    private final Clock clock;
    /** The last one back is the first one out, so that a lull lets the others grow old. */
    private final Deque<Idle> idle = new ConcurrentLinkedDeque<>();

    SmtpConnections(EmailConfig.Relay config, SmtpDialler dialler, Clock clock) {
        this.config = config;
        this.dialler = dialler;
        this.clock = clock;
    }

    /** An open connection, used before or new. */
    SmtpConnection take() throws IOException, MessagingException {
        for (var candidate = idle.pollFirst(); candidate != null; candidate = idle.pollFirst()) {
            if (isFit(candidate)) {
                return candidate.connection();
            }
            hangUp(candidate.connection());
        }
        return open();
    }

    SmtpConnection open() throws IOException, MessagingException {
        return dialler.dial();
    }

    void giveBack(SmtpConnection connection) {
        if (connection.isBroken() || connection.mails() >= config.mailsPerConnection()) {
            hangUp(connection);
        } else {
            idle.addFirst(new Idle(connection, clock.instant()));
        }
    }

    private boolean isFit(Idle candidate) {
        var age = candidate.age(clock.instant());
        if (age.compareTo(config.idleTimeout()) > 0) {
            return false;
        }
        return age.compareTo(config.checkAfter()) < 0 || candidate.connection().isAlive();
    }

    private static void hangUp(SmtpConnection connection) {
        try {
            connection.close();
        } catch (MessagingException alreadyGone) {
            // Closing is all we wanted.
        }
    }

    @Override
    public void close() {
        for (var last = idle.pollFirst(); last != null; last = idle.pollFirst()) {
            hangUp(last.connection());
        }
    }
}
