package io.chancery.dispatch.print.stream.mark;

import io.chancery.dispatch.print.piece.PieceId;

/**
 * One sheet of paper in a batch.
 *
 * @param number in the piece, from 1
 * @param sheets of the piece
 * @param sequence in the batch, from 0
 */
public record Sheet(PieceId piece, int number, int sheets, int sequence) {

    boolean isLast() {
        return number == sheets;
    }
}
