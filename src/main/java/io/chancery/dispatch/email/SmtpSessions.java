package io.chancery.dispatch.email;

import io.chancery.dispatch.email.SmtpServer.Security;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Supplier;

/** Opens connections to the relay: greeting, TLS, authentication, and a limit on every wait. */
final class SmtpSessions implements AutoCloseable {

    private final EmailConfig config;
    private final Supplier<SmtpServer> server;
    /** Angus Mail would start a thread per connection to watch its writes. */
    private final ScheduledThreadPoolExecutor writeWatch = new ScheduledThreadPoolExecutor(1, task -> {
        var thread = new Thread(task, "smtp-write-timeout");
        thread.setDaemon(true);
        return thread;
    });

    SmtpSessions(EmailConfig config, Supplier<SmtpServer> server) {
        this.config = config;
        this.server = server;
        writeWatch.setRemoveOnCancelPolicy(true);
    }

    SmtpConnection connect() throws MessagingException {
        var relay = server.get();
        var connection = new SmtpConnection(Session.getInstance(properties(relay)));
        var login = relay.login();
        if (login == null) {
            connection.connect(relay.host(), relay.port(), null, null);
            return connection;
        }
        connection.connect(relay.host(), relay.port(), login.user(), login.password());
        if (!connection.supportsExtension("AUTH")) {
            connection.close();
            throw new AuthenticationFailedException("The relay offers no authentication");
        }
        return connection;
    }

    private Properties properties(SmtpServer relay) {
        var properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", millis(config.connectTimeout()));
        properties.put("mail.smtp.timeout", millis(config.readTimeout()));
        properties.put("mail.smtp.writetimeout", millis(config.writeTimeout()));
        properties.put("mail.smtp.executor.writetimeout", writeWatch);
        // Closing must not wait for the goodbye of a relay that hangs.
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.auth", Boolean.toString(relay.login() != null));
        config.greetingName().ifPresent(name -> properties.put("mail.smtp.localhost", name));
        secure(properties, relay);
        return properties;
    }

    private static void secure(Properties properties, SmtpServer relay) {
        properties.put("mail.smtp.ssl.enable", Boolean.toString(relay.security() == Security.IMPLICIT));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(relay.security() == Security.STARTTLS));
        properties.put("mail.smtp.starttls.required", Boolean.toString(relay.security() == Security.STARTTLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.socketFactory", relay.certificates());
        // Never try again in a weaker way.
        properties.put("mail.smtp.socketFactory.fallback", "false");
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }

    @Override
    public void close() {
        writeWatch.shutdownNow();
    }
}
