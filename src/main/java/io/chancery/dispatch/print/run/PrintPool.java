package io.chancery.dispatch.print.run;

import io.chancery.dispatch.print.piece.Destination;
import io.chancery.dispatch.print.piece.Letter;
import io.chancery.dispatch.print.piece.Stationery;
import io.chancery.dispatch.print.run.store.LetterTable;
import io.chancery.platform.digest.Sha256;
import io.chancery.platform.work.Transactions;
import io.chancery.vocabulary.Rendition.Document;
import io.chancery.vocabulary.Ucid;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Where letters wait for the cut-off. */
@ApplicationScoped
class PrintPool {

    private final LetterTable letters;
    private final Transactions transactions;
    private final PrintRunSettings settings;
    private final Clock clock;

    PrintPool(LetterTable letters, Transactions transactions, PrintRunSettings settings, Clock clock) {
        this.letters = letters;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What the envelope of a rendition says of a letter.
     *
     * @throws IllegalArgumentException if it does not say enough
     */
    Letter letter(UUID deliveryId, Document document) {
        var envelope = document.envelope();
        return new Letter(
                deliveryId,
                new Ucid(envelope.getOrDefault("ucid", "")),
                new Destination(
                        envelope.getOrDefault("country", ""),
                        envelope.getOrDefault("postcode", ""),
                        envelope.getOrDefault("to", "")),
                new Stationery(envelope.getOrDefault("brand", ""), envelope.getOrDefault("form", ""), settings.paper()),
                new Letter.Extent(
                        Integer.parseInt(envelope.getOrDefault("pages", "")),
                        envelope.getOrDefault("sides", "").equals("duplex"),
                        document.content().length),
                Sha256.of(document.content()),
                false);
    }

    /** Takes a letter in; it makes no difference if it is in the pool, or has been. */
    void take(Letter letter) {
        transactions.run(() -> letters.insert(letter, clock.instant()));
    }
}
