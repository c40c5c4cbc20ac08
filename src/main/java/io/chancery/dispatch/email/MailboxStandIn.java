package io.chancery.dispatch.email;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

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
    private final NewestMails mails;

    private MailboxStandIn(GreenMail server, NewestMails mails) {
        this.server = server;
        this.mails = mails;
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
        var mails = new NewestMails(inbox(server), kept);
        server.getUserManager().setMessageDeliveryHandler((mail, recipient) -> mails);
        return new MailboxStandIn(server, mails);
    }

    private static MailFolder inbox(GreenMail server) {
        var reader = server.setUser(USER + "@localhost", USER, PASSWORD);
        try {
            return server.getManagers().getImapHostManager().getInbox(reader);
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
        return mails.taken();
    }

    private static int freePort(int wished) {
        try (var probe = new ServerSocket(wished, 1, InetAddress.getByName(HOST))) {
            return probe.isBound() ? wished : ANY_PORT;
        } catch (IOException taken) {
            return ANY_PORT;
        }
    }

    @Override
    public void close() {
        server.stop();
        mails.close();
    }
}
