package io.chancery.dispatch.print.run.response;

import io.chancery.dispatch.Receipts;
import io.chancery.dispatch.print.manifest.Response;
import io.chancery.dispatch.print.manifest.Response.Reason;
import io.chancery.dispatch.print.manifest.Response.Status;
import io.chancery.dispatch.print.piece.PieceId;
import io.chancery.dispatch.print.run.store.FaultTable;
import io.chancery.dispatch.print.run.store.FaultTable.ResponseFault;
import io.chancery.dispatch.print.run.store.LetterTable;
import io.chancery.dispatch.print.run.store.PieceTable;
import io.chancery.platform.work.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Tells the deliveries in a piece what the printer says of it. The same response twice makes no difference. */
@ApplicationScoped
class ResponseDesk {

    /** Whoever is not there gets no other letter either. */
    private static final Set<Reason> NOBODY_THERE = EnumSet.of(Reason.UNKNOWN_ADDRESS, Reason.MOVED);

    private final LetterTable letters;
    private final PieceTable pieces;
    private final FaultTable faults;
    private final Receipts receipts;
    private final Transactions transactions;

    ResponseDesk(
            LetterTable letters, PieceTable pieces, FaultTable faults, Receipts receipts, Transactions transactions) {
        this.letters = letters;
        this.pieces = pieces;
        this.faults = faults;
        this.receipts = receipts;
        this.transactions = transactions;
    }

    /** The deliveries in the pieces that responses speak of; pieces that we do not know are missing. */
    Map<PieceId, Set<UUID>> deliveries(List<Response> responses) {
        return letters.deliveries(
                responses.stream().map(Response::piece).distinct().toList());
    }

    /** When it returns, all receipts are stored; if it throws, the response has to come again. */
    void tell(Response response, Collection<UUID> deliveries) {
        deliveries.forEach(delivery -> receipts.record(
                delivery.toString(), response.status() == Status.MAILED, code(response), response.at()));
    }

    /** Notes of the pieces what has been told, and what nobody could make sense of. */
    void note(List<Response> told, String sha256, List<ResponseFault> bad) {
        transactions.run(() -> {
            pieces.record(told);
            faults.insert(sha256, bad);
        });
    }

    /** The printer's own words can name people, so they stay with the piece, which is deleted in the end. */
    private static String code(Response response) {
        var reason = response.reason();
        if (reason == null) {
            return response.status().code();
        }
        return NOBODY_THERE.contains(reason) ? Receipts.NOBODY_THERE + " " + reason.code() : reason.code();
    }
}
