package io.chancery.dispatch.print.piece;

import java.util.List;

/**
 * Which class a piece is of, by sheets and weight.
 *
 * @param home where pieces are posted; to every other country they are international
 * @param steps from the lightest; what is above the last is a parcel
 */
public record Tariff(String home, List<Step> steps) {

    /**
     * Deutsche Post: 20, 50, 500 and 1,000 g, at home and abroad. Sheets as machines fold and insert them;
     * envelopes weigh what is usual for DL, C5/6, C4 and a padded C4.
     */
    public static final Tariff DEUTSCHE_POST = new Tariff(
            "DE",
            List.of(
                    new Step(PostageClass.STANDARD, 3, Weight.ofGrams("20"), Weight.ofGrams("4.50")),
                    new Step(PostageClass.COMPACT, 8, Weight.ofGrams("50"), Weight.ofGrams("5")),
                    new Step(PostageClass.LARGE, 90, Weight.ofGrams("500"), Weight.ofGrams("18")),
                    new Step(PostageClass.MAXI, 190, Weight.ofGrams("1000"), Weight.ofGrams("25"))));

    /**
     * One class.
     *
     * @param sheets at most
     * @param weight at most, with the envelope
     */
    public record Step(PostageClass postageClass, int sheets, Weight weight, Weight envelope) {

        private boolean takes(int count, Weight paper) {
            return count <= sheets && paper.plus(envelope).compareTo(weight) <= 0;
        }
    }

    public Tariff {
        steps = List.copyOf(steps);
    }

    public Postage of(Piece piece) {
        int sheets = piece.sheets();
        var paper = piece.stationery().paper().sheet().times(sheets);
        boolean international = !piece.destination().country().equals(home);
        return steps.stream()
                .filter(step -> step.takes(sheets, paper))
                .findFirst()
                .map(step -> new Postage(step.postageClass(), international, paper.plus(step.envelope())))
                .orElseGet(() -> new Postage(PostageClass.PARCEL, international, paper));
    }
}
