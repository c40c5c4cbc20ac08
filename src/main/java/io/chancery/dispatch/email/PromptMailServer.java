package io.chancery.dispatch.email;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHandler;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.Socket;
import java.net.SocketException;
import java.util.Map;
import java.util.Objects;

/**
 * GreenMail with an IMAP server that sends each line of an answer at once. The library's own holds the last line back until
 * the reader has acknowledged the first, which takes 40 ms for each command (RFC 896 with RFC 1122 §4.2.3.2).
 */
public final class PromptMailServer extends GreenMail {

    public PromptMailServer(ServerSetup... servers) {
        super(servers);
    }

    @Override
    protected Map<String, AbstractServer> createServices(ServerSetup[] servers, Managers managers) {
        var services = super.createServices(servers, managers);
        services.computeIfPresent(
                ServerSetup.PROTOCOL_IMAP, (protocol, usual) -> new PromptImap(usual.getServerSetup(), managers));
        return services;
    }

    /** That of {@link #getImap()}, which knows the library's own server only. */
    public int imapPort() {
        return Objects.requireNonNull(services.get(ServerSetup.PROTOCOL_IMAP)).getPort();
    }

    private static final class PromptImap extends AbstractServer {

        PromptImap(ServerSetup setup, Managers managers) {
            super(setup, managers);
        }

        @Override
        protected void handleClientSocket(Socket client) throws SocketException {
            client.setTcpNoDelay(true);
            super.handleClientSocket(client);
        }

        @Override
        protected ProtocolHandler createProtocolHandler(Socket client) {
            return new ImapHandler(managers.getUserManager(), managers.getImapHostManager(), client);
        }
    }
}
