package io.chancery.dispatch.print.run;

import io.chancery.dispatch.Receipts;
import io.chancery.dispatch.print.piece.Batch;
import io.chancery.dispatch.print.piece.Letter;
import io.chancery.dispatch.print.piece.NumberedPiece;
import io.chancery.dispatch.print.piece.Piece;
import io.chancery.dispatch.print.piece.Postage;
import io.chancery.dispatch.print.run.store.LetterTable;
import io.chancery.dispatch.print.run.store.PieceTable;
import io.chancery.dispatch.print.stream.LetterException;
import io.chancery.platform.work.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Takes a letter that cannot be printed out of its envelope, so that the others of the batch can go. */
@ApplicationScoped
class LeavingOut {

    private static final Logger LOG = Logger.getLogger(LeavingOut.class);

    private final LetterTable letters;
    private final PieceTable pieces;
    private final Receipts receipts;
    private final Transactions transactions;
    private final PrintRunSettings settings;
    private final Clock clock;

    LeavingOut(
            LetterTable letters,
            PieceTable pieces,
            Receipts receipts,
            Transactions transactions,
            PrintRunSettings settings,
            Clock clock) {
        this.letters = letters;
        this.pieces = pieces;
        this.receipts = receipts;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** The delivery has come back; that it is known twice makes no difference, should this be interrupted. */
    void leaveOut(LetterException unprintable, Batch batch) {
        var delivery = unprintable.delivery();
        LOG.warnf("Batch %s goes without a letter. %s", batch.name(), unprintable.getMessage());
        receipts.record(delivery.toString(), false, "rejected: cannot be printed", clock.instant());
        transactions.run(() -> {
            letters.leaveOut(delivery, Objects.requireNonNullElse(unprintable.getMessage(), ""));
            batch.pieces().stream()
                    .filter(piece -> holds(piece, delivery))
                    .findFirst()
                    .ifPresent(piece -> takeOut(piece, delivery));
        });
    }

    private static boolean holds(NumberedPiece piece, UUID delivery) {
        return piece.piece().letters().stream().map(Letter::delivery).anyMatch(delivery::equals);
    }

    /** It stays in its group, whatever it weighs now: its marks say how many sheets it has. */
    private void takeOut(NumberedPiece numbered, UUID delivery) {
        List<Letter> left = numbered.piece().letters().stream()
                .filter(letter -> !letter.delivery().equals(delivery))
                .toList();
        if (left.isEmpty()) {
            pieces.leaveOut(numbered.id());
            return;
        }
        var piece = new Piece(left);
        var before = numbered.postage();
        var weight = settings.tariff().of(piece).weight();
        pieces.shrink(new NumberedPiece(
                numbered.id(), piece, new Postage(before.postageClass(), before.international(), weight)));
    }
}
