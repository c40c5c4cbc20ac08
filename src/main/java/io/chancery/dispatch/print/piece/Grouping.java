package io.chancery.dispatch.print.piece;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Orders the pieces of one print run: into groups that a machine makes in one go, by country and postcode in each, and
 * numbers them in that order. The same letters give the same numbers, in whatever order they come.
 */
public record Grouping(int run, Tariff tariff) {

    private static final Comparator<Weighed> ORDER = Comparator.comparing(
                    (Weighed weighed) -> weighed.piece().destination())
            .thenComparing(weighed -> weighed.piece().letters().get(0).delivery());

    private record Weighed(Piece piece, Postage postage) {}

    public List<Group> group(Collection<Piece> pieces) {
        Map<Group.Kind, List<Weighed>> kinds = new TreeMap<>();
        for (var piece : pieces) {
            var postage = tariff.of(piece);
            kinds.computeIfAbsent(Group.Kind.of(piece, postage), kind -> new ArrayList<>())
                    .add(new Weighed(piece, postage));
        }
        var groups = new ArrayList<Group>();
        int sequence = 0;
        for (var kind : kinds.entrySet()) {
            var numbered = new ArrayList<NumberedPiece>();
            for (var weighed : kind.getValue().stream().sorted(ORDER).toList()) {
                sequence++;
                numbered.add(new NumberedPiece(PieceId.of(run, sequence), weighed.piece(), weighed.postage()));
            }
            groups.add(new Group(kind.getKey(), numbered));
        }
        return groups;
    }
}
