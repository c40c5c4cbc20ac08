package io.chancery.dispatch.email.bounce;

import io.chancery.dispatch.email.bounce.BounceConfig.Security;
import io.chancery.dispatch.trust.ProviderCertificates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.imap.IMAPMessage;

/** The mailbox at the end of the return path, over IMAP. A mail that has been dealt with goes to another folder. */
@ApplicationScoped
class BounceMailbox {

    /** More of a mail than this is never read: reports stand at the beginning, before the mail that is returned. */
    private static final int LONGEST = 1 << 20;

    private final BounceConfig config;
    private final SSLSocketFactory certificates;
    private final Clock clock;

    @Inject
    BounceMailbox(BounceConfig config, ProviderCertificates certificates, Clock clock) {
        this(config, config.tlsConfiguration().map(certificates::named).orElseGet(certificates::standard), clock);
    }

    BounceMailbox(BounceConfig config, SSLSocketFactory certificates, Clock clock) {
        this.config = config;
        this.certificates = certificates;
        this.clock = clock;
    }

    /** Reads mails. */
    interface Clerk {

        /** The folder that this mail goes to now, made if it is missing; empty if it stays and comes again. */
        Optional<String> take(byte[] mail, Instant arrived);

        /** Whether the rest has to wait. */
        boolean isStopped();
    }

    /** Shows every mail to the clerk, oldest first. */
    void show(Clerk clerk) throws MessagingException, IOException {
        try (var store = Session.getInstance(properties()).getStore()) {
            store.connect(
                    config.host().orElseThrow(),
                    config.port(),
                    config.user().orElse(""),
                    config.password().orElse(""));
            // Closing a folder removes for good what has been marked as deleted.
            try (var folder = store.getFolder(config.folder())) {
                folder.open(Folder.READ_WRITE);
                for (var mail : mails(folder)) {
                    if (clerk.isStopped()) {
                        return;
                    }
                    show(clerk, (IMAPMessage) mail, folder);
                }
            }
        }
    }

    private static Message[] mails(Folder folder) throws MessagingException {
        var mails = folder.getMessages();
        var flags = new FetchProfile();
        flags.add(FetchProfile.Item.FLAGS);
        folder.fetch(mails, flags);
        return mails;
    }

    /** What dies between the copy and the mark comes again, which makes no difference. */
    private void show(Clerk clerk, IMAPMessage mail, Folder folder) throws MessagingException, IOException {
        if (mail.isSet(Flags.Flag.DELETED) || mail.isSet(Flags.Flag.FLAGGED)) {
            return;
        }
        var place = clerk.take(octets(mail), arrived(mail));
        if (place.isPresent()) {
            var target = find(folder.getStore(), place.get());
            boolean there = target.exists() || target.create(Folder.HOLDS_MESSAGES);
            if (there) {
                folder.copyMessages(new Message[] {mail}, target);
            }
            // Where a server lets us have no folders, nothing is lost: what has been read is flagged, and stays.
            mail.setFlag(there ? Flags.Flag.DELETED : Flags.Flag.FLAGGED, true);
        }
    }

    private static byte[] octets(IMAPMessage mail) throws MessagingException, IOException {
        mail.setPeek(true);
        try (var octets = mail.getMimeStream()) {
            return octets.readNBytes(LONGEST);
        }
    }

    private Instant arrived(Message mail) throws MessagingException {
        return Optional.ofNullable(mail.getReceivedDate()).map(Date::toInstant).orElseGet(clock::instant);
    }

    /** Where the server lets us have folders: beside the inbox, or below it. */
    private static Folder find(Store store, String name) throws MessagingException {
        var root = store.getPersonalNamespaces()[0];
        return root.getFullName().isEmpty()
                ? store.getFolder(name)
                : store.getFolder(root.getFullName() + root.getSeparator() + name);
    }

    private Properties properties() {
        var protocol = config.tls() == Security.IMPLICIT ? "imaps" : "imap";
        var prefix = "mail." + protocol + ".";
        var upgrade = Boolean.toString(config.tls() == Security.STARTTLS);
        var patience = Long.toString(config.timeout().toMillis());
        var properties = new Properties();
        properties.put("mail.store.protocol", protocol);
        properties.put(prefix + "starttls.enable", upgrade);
        properties.put(prefix + "starttls.required", upgrade);
        properties.put(prefix + "ssl.socketFactory", certificates);
        // Who is not trusted by these is not tried again with those that every Java program trusts.
        properties.put(prefix + "socketFactory.fallback", "false");
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "connectiontimeout", patience);
        properties.put(prefix + "timeout", patience);
        properties.put(prefix + "writetimeout", patience);
        return properties;
    }
}
