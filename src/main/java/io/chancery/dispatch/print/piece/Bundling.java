package io.chancery.dispatch.print.piece;

import io.chancery.vocabulary.Ucid;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the letters of one print run into envelopes: one for each household, as long as they fit.
 *
 * @param mostSheets in an envelope with several letters; a longer letter goes alone
 */
public record Bundling(int mostSheets) {

    public Bundling {
        if (mostSheets < 1) {
            throw new IllegalArgumentException("An envelope holds at least one sheet");
        }
    }

    private record Household(Ucid customer, String address, Stationery stationery) {

        private static Household of(Letter letter) {
            return new Household(letter.customer(), letter.destination().key(), letter.stationery());
        }
    }

    /** Every letter in exactly one piece, whatever their order. */
    public List<Piece> bundle(Collection<Letter> letters) {
        Map<Household, List<Letter>> households = new LinkedHashMap<>();
        letters.stream()
                .sorted(Comparator.comparing(Letter::delivery))
                .forEach(letter -> households
                        .computeIfAbsent(Household.of(letter), household -> new ArrayList<>())
                        .add(letter));
        return households.values().stream().flatMap(own -> fill(own).stream()).toList();
    }

    private List<Piece> fill(List<Letter> letters) {
        var pieces = new ArrayList<Piece>();
        var open = new ArrayList<Letter>();
        int sheets = 0;
        for (var letter : letters) {
            if (!open.isEmpty() && sheets + letter.sheets() > mostSheets) {
                pieces.add(new Piece(open));
                open.clear();
                sheets = 0;
            }
            open.add(letter);
            sheets += letter.sheets();
        }
        pieces.add(new Piece(open));
        return pieces;
    }
}
