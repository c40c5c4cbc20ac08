package io.chancery.dispatch.print.run.desk;

import io.chancery.dispatch.print.piece.PieceId;
import io.chancery.platform.Fault;
import io.chancery.platform.request.BodyFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which pieces of a print run are to be printed once more: some, or those from one to another.
 *
 * @param pieces empty for a range
 */
record ReprintOrder(
        int run,
        List<PieceId> pieces,
        @Nullable PieceId from,
        @Nullable PieceId to) {

    private static final int MOST = 10_000;
    private static final String DETAIL = "is not a piece id of this print run";

    /** @throws PrintRunException with all that is wrong */
    static ReprintOrder read(int run, BodyFields body) {
        body.allow(Set.of("pieces", "from", "to"));
        var pieces = pieces(run, body);
        var from = piece(run, body, "from");
        var to = piece(run, body, "to");
        if (body.has("pieces") == (body.has("from") || body.has("to"))) {
            body.fault("pieces", "must be there, or both from and to");
        } else if (body.has("from") != body.has("to")) {
            body.fault(body.has("from") ? "to" : "from", "is missing");
        } else if (body.has("pieces") && pieces.isEmpty()) {
            body.fault("pieces", "must name a piece");
        }
        body.refuseFaulty(PrintRunException::invalidReprint);
        return new ReprintOrder(run, pieces, from.orElse(null), to.orElse(null));
    }

    private static List<PieceId> pieces(int run, BodyFields body) {
        var texts = body.texts("pieces", MOST);
        var pieces = new ArrayList<PieceId>();
        for (int i = 0; i < texts.size(); i++) {
            var piece = parse(run, texts.get(i));
            if (piece.isPresent()) {
                pieces.add(piece.get());
            } else {
                body.fault("pieces", i, DETAIL);
            }
        }
        return pieces;
    }

    private static Optional<PieceId> piece(int run, BodyFields body, String field) {
        var piece = Optional.ofNullable(body.text(field, 50)).flatMap(text -> parse(run, text));
        if (body.has(field) && piece.isEmpty()) {
            body.fault(field, DETAIL);
        }
        return piece;
    }

    private static Optional<PieceId> parse(int run, String text) {
        try {
            return Optional.of(new PieceId(text)).filter(piece -> piece.run() == run);
        } catch (IllegalArgumentException noPiece) {
            return Optional.empty();
        }
    }

    /** What to call a piece when something is wrong with it. */
    Fault fault(int sequence, String detail) {
        var piece = PieceId.of(run, sequence);
        int place = pieces.indexOf(piece);
        return place < 0 ? new Fault("/from", piece + " " + detail) : new Fault("/pieces/" + place, detail);
    }
}
