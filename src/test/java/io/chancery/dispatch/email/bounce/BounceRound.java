package io.chancery.dispatch.email.bounce;

import io.chancery.dispatch.email.bounce.Finding.Bounce;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.SSLSocketFactory;

/** A look into a mailbox that puts nothing on record. */
public final class BounceRound implements BounceMailbox.Clerk {

    private final BounceReader reader;
    private final Map<UUID, String> fates = new HashMap<>();
    private int others;

    private BounceRound(BounceAddress addresses) {
        reader = new BounceReader(addresses);
    }

    /** Reads everything, and puts it away. */
    public static BounceRound through(
            Map<String, String> settings, SSLSocketFactory certificates, BounceAddress addresses)
            throws MessagingException, IOException {
        var round = new BounceRound(addresses);
        new BounceMailbox(BounceSettings.with(settings), certificates, Clock.systemUTC()).show(round);
        return round;
    }

    /** What became of each delivery, such as {@code NOBODY_THERE 5.1.1}. */
    public Map<UUID, String> fates() {
        return fates;
    }

    /** How many mails were about none. */
    public int others() {
        return others;
    }

    @Override
    public Optional<String> take(byte[] mail, Instant arrived) {
        if (reader.read(mail) instanceof Bounce bounce) {
            fates.put(bounce.deliveryId(), bounce.fate() + " " + bounce.code());
            return Optional.of(BouncePoll.PROCESSED);
        }
        others++;
        return Optional.of(BouncePoll.UNKNOWN);
    }

    @Override
    public boolean isStopped() {
        return false;
    }
}
