package io.chancery.dispatch.email;

import com.icegreen.greenmail.imap.commands.IdRange;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A development stand-in for a mail provider: an SMTP server on loopback that takes every mail for whomever, and an
 * IMAP server that shows the newest of them in one mailbox.
 */
public final class MailboxStandIn implements AutoCloseable {

    /** Loopback: a stand-in that catches everybody's mail must not be reachable from outside. */
    public static final String HOST = "127.0.0.1";

    public static final String USER = "chancery";
    public static final String PASSWORD = "chancery";

    private static final int ANY_PORT = 0;
    private static final int KEPT = 200;

    private final GreenMail server;
    private final MailFolder inbox;
    private final int kept;
    private final AtomicLong taken = new AtomicLong();

    private MailboxStandIn(GreenMail server, GreenMailUser owner, int kept) throws FolderException {
        this.server = server;
        this.kept = kept;
        inbox = server.getManagers().getImapHostManager().getInbox(owner);
        server.getUserManager().setMessageDeliveryHandler((mail, recipient) -> {
            makeRoom();
            taken.incrementAndGet();
            return owner;
        });
    }

    /** On free ports, keeping the newest 200 mails. */
    public static MailboxStandIn start() {
        return start(ANY_PORT, ANY_PORT, KEPT);
    }

    /**
     * On these ports, or on others if they are taken.
     *
     * @param kept how many of the newest mails stay readable
     */
    public static MailboxStandIn start(int smtpPort, int imapPort, int kept) {
        var server = new GreenMail(new ServerSetup[] {
            new ServerSetup(freePort(smtpPort), HOST, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(freePort(imapPort), HOST, ServerSetup.PROTOCOL_IMAP)
        });
        server.start();
        try {
            return new MailboxStandIn(server, server.setUser(USER + "@localhost", USER, PASSWORD), kept);
        } catch (FolderException impossible) {
            throw new IllegalStateException("A new mailbox has no inbox", impossible);
        }
    }

    public int smtpPort() {
        return server.getSmtp().getPort();
    }

    public int imapPort() {
        return server.getImap().getPort();
    }

    /** How to read the mails, for people. */
    public String imapAddress() {
        return "imap://%s:%d (user %s, password %s)".formatted(HOST, imapPort(), USER, PASSWORD);
    }

    /** How many mails were taken since the start. */
    public long taken() {
        return taken.get();
    }

    private void makeRoom() {
        while (inbox.getMessageCount() >= kept) {
            long oldest = inbox.getMessageUids()[0];
            try {
                inbox.setFlags(new Flags(Flags.Flag.DELETED), true, oldest, null, false);
                inbox.expunge(new IdRange[] {new IdRange(oldest)});
            } catch (FolderException expungedByReader) {
                // Somebody deleted it over IMAP in the meantime.
            }
        }
    }

    private static int freePort(int wished) {
        try (var probe = new ServerSocket(wished, 1, InetAddress.getByName(HOST))) {
            return probe.getLocalPort();
        } catch (IOException taken) {
            return ANY_PORT;
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
