package io.chancery.dispatch.print.piece;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Pieces that one machine makes in one go.
 *
 * @param pieces sorted as the post office wants them
 */
public record Group(Kind kind, List<NumberedPiece> pieces) {

    public Group {
        pieces = List.copyOf(pieces);
    }

    /**
     * What pieces of a group have in common.
     *
     * @param oneSheet needs no collecting, so the inserter runs without reading marks
     * @param form folds and envelopes follow from it
     */
    public record Kind(
            boolean urgent,
            boolean international,
            PostageClass postageClass,
            boolean oneSheet,
            String form,
            Paper paper,
            boolean duplex)
            implements Comparable<Kind> {

        private static final Comparator<Kind> ORDER = Comparator.comparing(Kind::urgent)
                .reversed()
                .thenComparing(Kind::international)
                .thenComparing(Kind::postageClass)
                .thenComparing(Kind::oneSheet, Comparator.reverseOrder())
                .thenComparing(Kind::form)
                .thenComparing(kind -> kind.paper().code())
                .thenComparing(kind -> kind.paper().grammage())
                .thenComparing(Kind::duplex);

        static Kind of(Piece piece, Postage postage) {
            return new Kind(
                    piece.isUrgent(),
                    postage.international(),
                    postage.postageClass(),
                    piece.sheets() == 1,
                    piece.stationery().form(),
                    piece.stationery().paper(),
                    piece.isDuplex());
        }

        /** What files call it, for people: {@code urgent-standard-one-sheet-din-5008-b-plain80-duplex}. */
        public String code() {
            return Stream.of(
                            urgent ? "urgent" : "",
                            international ? postageClass.code() + "-international" : postageClass.code(),
                            oneSheet ? "one-sheet" : "sheets",
                            form,
                            paper.code() + paper.grammage(),
                            duplex ? "duplex" : "simplex")
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining("-"));
        }

        @Override
        public int compareTo(Kind other) {
            return ORDER.compare(this, other);
        }
    }
}
