package io.chancery.dispatch.email;

import io.chancery.dispatch.email.SmtpServer.Security;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Properties;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import javax.net.ssl.SSLSocket;
import org.eclipse.angus.mail.util.WriteTimeoutSocket;

/** Opens connections to the relay: greeting, TLS, authentication, and a limit on every wait. */
final class SmtpDialler implements AutoCloseable {

    private final EmailConfig.Relay config;
    private final SmtpServer relay;
    /** One thread that watches the writes of all connections. */
    private final ScheduledThreadPoolExecutor writeWatch = new ScheduledThreadPoolExecutor(1, task -> {
        var thread = new Thread(task, "smtp-write-timeout");
        thread.setDaemon(true);
        return thread;
    });

    SmtpDialler(EmailConfig.Relay config, SmtpServer relay) {
        this.config = config;
        this.relay = relay;
        writeWatch.setRemoveOnCancelPolicy(true);
    }

    SmtpConnection dial() throws IOException, MessagingException {
        var socket = connect();
        var login = relay.login();
        var address = login == null
                ? new URLName("smtp", relay.host(), relay.port(), null, null, null)
                : new URLName("smtp", relay.host(), relay.port(), null, login.user(), login.password());
        var connection = new SmtpConnection(Session.getInstance(properties()), address, socket, config);
        connection.connect(relay.security() == Security.IMPLICIT ? encrypt(socket) : socket);
        if (login != null && !connection.supportsExtension("AUTH")) {
            connection.close();
            throw new AuthenticationFailedException("The relay offers no authentication.");
        }
        return connection;
    }

    private Socket connect() throws IOException {
        var socket = new WriteTimeoutSocket(
                new Socket(), Math.toIntExact(config.writeTimeout().toMillis()), writeWatch);
        try {
            // Without it the last, short packet of a mail waits for the relay's delayed acknowledgement: 40 ms each.
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(Math.toIntExact(config.readTimeout().toMillis()));
            // An address that knows the name we called: otherwise STARTTLS would check the certificate against
            // whatever name the DNS gives an IP address.
            var address = InetAddress.getByAddress(
                    relay.host(), InetAddress.getByName(relay.host()).getAddress());
            socket.connect(
                    new InetSocketAddress(address, relay.port()),
                    Math.toIntExact(config.connectTimeout().toMillis()));
            return socket;
        } catch (IOException unreachable) {
            socket.close();
            throw unreachable;
        }
    }

    private Socket encrypt(Socket socket) throws IOException {
        try {
            var encrypted = (SSLSocket) relay.certificates().createSocket(socket, relay.host(), relay.port(), true);
            var parameters = encrypted.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            encrypted.setSSLParameters(parameters);
            encrypted.startHandshake();
            return encrypted;
        } catch (IOException refused) {
            socket.close();
            throw refused;
        }
    }

    private Properties properties() {
        var upgrade = Boolean.toString(relay.security() == Security.STARTTLS);
        var properties = new Properties();
        properties.put("mail.smtp.starttls.enable", upgrade);
        properties.put("mail.smtp.starttls.required", upgrade);
        properties.put("mail.smtp.ssl.socketFactory", relay.certificates());
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.auth", Boolean.toString(relay.login() != null));
        // Closing must not wait for the goodbye of a relay that hangs.
        properties.put("mail.smtp.quitwait", "false");
        config.greetingName().ifPresent(name -> properties.put("mail.smtp.localhost", name));
        return properties;
    }

    @Override
    public void close() {
        writeWatch.shutdownNow();
    }
}
