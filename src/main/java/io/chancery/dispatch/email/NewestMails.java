package io.chancery.dispatch.email;

import com.icegreen.greenmail.imap.commands.IdRange;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.UserImpl;
import jakarta.mail.Flags;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The one recipient of every mail, who keeps the newest in an IMAP folder. Putting a mail into the folder is dear,
 * because GreenMail parses it twice; so in a flood of mails only those that would stay are put there, once a second.
 */
final class NewestMails extends UserImpl implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(NewestMails.class);

    private static final long LOOK_EVERY_MILLIS = 50;
    private static final int LONGEST_DELAY = 20;

    private final MailFolder folder;
    private final int kept;
    private final ScheduledExecutorService clerk = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "mailbox-stand-in");
        thread.setDaemon(true);
        return thread;
    });

    private final Deque<MimeMessage> arrived = new ArrayDeque<>();
    private long taken;
    private long takenAtLastLook;
    private int looks;

    NewestMails(MailFolder folder, int kept) {
        super("everybody@localhost", "everybody", "", null);
        this.folder = folder;
        this.kept = kept;
    }

    synchronized long taken() {
        return taken;
    }

    @Override
    public synchronized void deliver(MovingMessage mail) {
        taken++;
        if (arrived.isEmpty()) {
            lookLater();
        } else if (arrived.size() == kept) {
            arrived.removeFirst();
        }
        arrived.addLast(mail.getMessage());
    }

    private void lookLater() {
        clerk.schedule(this::look, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        due().forEach(this::file);
    }

    private void file(MimeMessage mail) {
        makeRoom();
        try {
            folder.store(mail);
        } catch (Exception unreadable) {
            LOG.warn("A mail was taken that the development mailbox cannot show", unreadable);
        }
    }

    /** All that arrived, once no more arrive, or have for a second. */
    private synchronized List<MimeMessage> due() {
        boolean moreArrive = taken != takenAtLastLook;
        takenAtLastLook = taken;
        if (moreArrive && looks < LONGEST_DELAY) {
            looks++;
            lookLater();
            return List.of();
        }
        looks = 0;
        var due = new ArrayList<>(arrived);
        arrived.clear();
        return due;
    }

    private void makeRoom() {
        while (folder.getMessageCount() >= kept) {
            long oldest = folder.getMessageUids()[0];
            try {
                folder.setFlags(new Flags(Flags.Flag.DELETED), true, oldest, null, false);
                folder.expunge(new IdRange[] {new IdRange(oldest)});
            } catch (FolderException expungedByReader) {
                // Somebody deleted it over IMAP in the meantime.
            }
        }
    }

    @Override
    public void close() {
        clerk.shutdownNow();
    }
}
