package io.chancery.dispatch.print.piece;

import io.chancery.vocabulary.Ucid;
import java.util.List;

/**
 * One envelope: letters of one household, the first of which shows its address in the window.
 *
 * @param letters at least one, by delivery id
 */
public record Piece(List<Letter> letters) {

    public Piece {
        letters = List.copyOf(letters);
        var first = letters.get(0);
        for (var letter : letters) {
            if (!letter.customer().equals(first.customer())
                    || !letter.destination().key().equals(first.destination().key())
                    || !letter.stationery().equals(first.stationery())) {
                throw new IllegalArgumentException(
                        "One envelope holds letters of one household, sender, form and paper");
            }
        }
    }

    public Ucid customer() {
        return letters.get(0).customer();
    }

    public Destination destination() {
        return letters.get(0).destination();
    }

    public Stationery stationery() {
        return letters.get(0).stationery();
    }

    public int sheets() {
        return letters.stream().mapToInt(Letter::sheets).sum();
    }

    public long bytes() {
        return letters.stream().mapToLong(letter -> letter.extent().bytes()).sum();
    }

    /** Whether the printer turns sheets over; beside such letters those with one side get blank backs. */
    public boolean isDuplex() {
        return letters.stream().anyMatch(letter -> letter.extent().duplex());
    }

    public boolean isUrgent() {
        return letters.stream().anyMatch(Letter::urgent);
    }
}
