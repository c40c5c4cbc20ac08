package io.chancery.dispatch.print.piece;

import java.util.ArrayList;
import java.util.List;

/**
 * Pieces that are handed over in one file.
 *
 * @param number from 1 in the print run
 * @param reprint whether its pieces have been in a file before
 */
public record Batch(int run, int number, boolean reprint, Group.Kind kind, List<NumberedPiece> pieces) {

    public Batch {
        pieces = List.copyOf(pieces);
    }

    /**
     * How large a file may grow.
     *
     * @param bytes of the archived letters; letters that share their fonts take a fraction, so the file stays below. A
     *     piece that is larger alone has a file of its own
     */
    public record Limits(int pieces, long bytes) {

        /** 500 pieces and 40 MiB. */
        public static final Limits USUAL = new Limits(500, 40L << 20);

        public Limits {
            if (pieces < 1 || bytes < 1) {
                throw new IllegalArgumentException("A batch holds at least one piece");
            }
        }
    }

    /** Cuts the groups of a print run, in their order, into batches that are numbered through. */
    public static List<Batch> split(int run, List<Group> groups, Limits limits) {
        return split(run, 0, groups, limits);
    }

    /**
     * Cuts what is printed once more into batches of the same print run.
     *
     * @param last number of a batch that the run has already
     */
    public static List<Batch> reprint(int run, int last, List<Group> groups, Limits limits) {
        return split(run, last, groups, limits);
    }

    private static List<Batch> split(int run, int last, List<Group> groups, Limits limits) {
        var batches = new ArrayList<Batch>();
        for (var group : groups) {
            for (var pieces : cut(group.pieces(), limits)) {
                batches.add(new Batch(run, last + batches.size() + 1, last > 0, group.kind(), pieces));
            }
        }
        return batches;
    }

    private static List<List<NumberedPiece>> cut(List<NumberedPiece> pieces, Limits limits) {
        var cuts = new ArrayList<List<NumberedPiece>>();
        int from = 0;
        long bytes = 0;
        for (int i = 0; i < pieces.size(); i++) {
            long next = pieces.get(i).piece().bytes();
            if (i > from && (i - from >= limits.pieces() || bytes + next > limits.bytes())) {
                cuts.add(pieces.subList(from, i));
                from = i;
                bytes = 0;
            }
            bytes += next;
        }
        cuts.add(pieces.subList(from, pieces.size()));
        return cuts;
    }

    /** What its files are called, such as {@code run-17-batch-003-standard-sheets-din-5008-b-plain80-duplex}. */
    public String name() {
        return "run-%d-batch-%03d-%s%s".formatted(run, number, reprint ? "reprint-" : "", kind.code());
    }
}
