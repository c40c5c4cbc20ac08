package io.chancery.dispatch.email.bounce;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Properties;

/** A mailbox in which bounces arrive, and how Chancery finds it. */
public final class BounceBox implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final String USER = "bounces";
    private static final String PREFIX = "chancery.dispatch.email.bounces.";

    private final GreenMail server =
            new GreenMail(new ServerSetup[] {new ServerSetup(0, HOST, ServerSetup.PROTOCOL_IMAP)});

    /** The settings that lead to it; starts it. */
    public Map<String, String> settings() {
        server.start();
        server.setUser(USER + "@localhost", USER, USER);
        return Map.of(
                PREFIX + "domain",
                "bounce.example.org",
                PREFIX + "host",
                HOST,
                PREFIX + "port",
                Integer.toString(server.getImap().getPort()),
                PREFIX + "user",
                USER,
                PREFIX + "password",
                USER,
                PREFIX + "tls",
                "none",
                PREFIX + "interval",
                "1s");
    }

    /** Puts a mail into the inbox of the mailbox at this port. */
    public static void arrives(int port, byte[] mail) throws MessagingException {
        try (var store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect(HOST, port, USER, USER);
            try (var inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_WRITE);
                var session = Session.getInstance(new Properties());
                inbox.appendMessages(new Message[] {new MimeMessage(session, new ByteArrayInputStream(mail))});
            }
        }
    }

    /** How many mails are in a folder. */
    public static int count(int port, String folder) throws MessagingException {
        try (var store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect(HOST, port, USER, USER);
            var found = store.getFolder(folder);
            return found.exists() ? found.getMessageCount() : 0;
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
