package io.chancery.dispatch.email;

import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The relay, as a connection needs to know it.
 *
 * @param login none means that we do not authenticate
 * @param certificates whom we trust, and who we are
 */
record SmtpServer(
        String host, int port, Security security, @Nullable Login login, SSLSocketFactory certificates) {

    enum Security {
        /** Plain text, for a relay on this machine or in a closed network. */
        NONE,
        /** Plain text that must turn into TLS before anything else is said (RFC 3207). */
        STARTTLS,
        /** TLS from the first byte (RFC 8314). */
        IMPLICIT
    }

    /** For people. */
    String address() {
        return "smtp://%s:%d".formatted(host, port);
    }

    record Login(String user, String password) {

        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }
}
