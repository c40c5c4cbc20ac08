package io.chancery.dispatch.sms;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The SMSC, as a connection needs to know it.
 *
 * @param certificates whom we trust, and who we are; none means plain text
 */
record SmscServer(
        String host, int port, Login login, @Nullable SSLSocketFactory certificates) {

    /** For people. */
    String address() {
        return "smpp://%s:%d".formatted(host, port);
    }

    record Login(String systemId, String password, String systemType) {

        @Override
        public String toString() {
            return "Login[" + systemId + "]";
        }
    }

    Socket connect(Duration patience) throws IOException {
        var socket = new Socket();
        try {
            int millis = Math.toIntExact(patience.toMillis());
            // Requests are short, and each waits for its answer.
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(host, port), millis);
            socket.setSoTimeout(millis);
            return certificates == null ? socket : encrypt(socket, certificates);
        } catch (IOException unreachable) {
            socket.close();
            throw unreachable;
        }
    }

    private Socket encrypt(Socket socket, SSLSocketFactory factory) throws IOException {
        var encrypted = (SSLSocket) factory.createSocket(socket, host, port, true);
        var parameters = encrypted.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        encrypted.setSSLParameters(parameters);
        encrypted.startHandshake();
        return encrypted;
    }
}
