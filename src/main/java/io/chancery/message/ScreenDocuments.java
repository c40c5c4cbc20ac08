package io.chancery.message;

import io.chancery.archive.KeptRendition;
import io.chancery.archive.ScreenArchive;
import io.chancery.message.screen.Screens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;

/** What customers read behind the link of a text message: whoever has the link may. */
@ApplicationScoped
public class ScreenDocuments {

    private static final Duration LATELY = Duration.ofMinutes(1);

    /** A person with a slow thumb, and the programs that look at every link before them. */
    private static final int OFTEN = 30;

    private final ScreenArchive archive;
    private final Screens screens;

    ScreenDocuments(ScreenArchive archive, Screens screens) {
        this.archive = archive;
        this.screens = screens;
    }

    /** What came of following a link. */
    public sealed interface Opening {

        /** The bytes as they were kept when the message was sent. */
        record Shown(KeptRendition kept) implements Opening {}

        /** There was something, until its day came. */
        record Expired(String language) implements Opening {}

        /** It has been opened more often than people do; later it opens again. */
        record TooOften(String language) implements Opening {}

        /** Nothing was ever there. */
        record Unknown() implements Opening {}
    }

    /**
     * Follows a link, and puts that on record.
     *
     * @param pdf whether the letter is asked for, and not the page
     */
    @Transactional
    public Opening open(String token, boolean pdf) {
        var found = archive.find(token)
                .filter(linked -> screens.isGenuine(token, linked.deliveryId()))
                .filter(linked -> linked.hasPdf() || !pdf);
        if (found.isEmpty()) {
            return new Opening.Unknown();
        }
        var linked = found.get();
        if (linked.expired()) {
            return new Opening.Expired(linked.language());
        }
        if (archive.countOpened(linked.deliveryId(), LATELY) >= OFTEN) {
            return new Opening.TooOften(linked.language());
        }
        return new Opening.Shown(archive.open(linked.deliveryId(), pdf));
    }
}
