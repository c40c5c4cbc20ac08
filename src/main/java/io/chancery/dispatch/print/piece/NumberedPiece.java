package io.chancery.dispatch.print.piece;

/** A piece that has its place in a print run. */
public record NumberedPiece(PieceId id, Piece piece, Postage postage) {}
