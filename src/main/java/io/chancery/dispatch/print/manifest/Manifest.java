package io.chancery.dispatch.print.manifest;

import io.chancery.dispatch.print.piece.Batch;
import io.chancery.dispatch.print.piece.NumberedPiece;
import java.util.List;

/**
 * What is in the PDF of a batch, piece by piece.
 *
 * @param sha256 of the PDF
 */
public record Manifest(Batch batch, String sha256, List<Entry> entries) {

    public Manifest {
        entries = List.copyOf(entries);
        if (!entries.stream().map(Entry::piece).toList().equals(batch.pieces())) {
            throw new IllegalArgumentException("A manifest names each piece of its batch, in their order");
        }
    }

    /**
     * Where a piece is.
     *
     * @param firstPage in the PDF, from 1
     * @param pages with blank backs
     */
    public record Entry(NumberedPiece piece, int firstPage, int pages) {}

    /** The name of the PDF in the file that is handed over. */
    public String pdf() {
        return batch.name() + ".pdf";
    }
}
