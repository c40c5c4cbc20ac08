package io.chancery.archive.log;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/**
 * The log as it was when it had a certain number of leaves, which can prove things about itself. Each proof reads at
 * most one block of each level; the {@link Frontier} is read once.
 */
public final class Tree {

    private final long size;
    private final Frontier frontier;
    private final Hashes source;

    public Tree(long size, Hashes source) {
        this.size = size;
        this.frontier = Frontier.read(size, source);
        this.source = source;
    }

    public Hash root() {
        return frontier.root();
    }

    /**
     * Proves that a leaf is in it (RFC 9162 §2.1.3.1).
     *
     * @param index of the leaf, from 0
     */
    public InclusionProof inclusion(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("No leaf %d among %d".formatted(index, size));
        }
        var blocks = new Blocks(size, source);
        var path = new ArrayDeque<Hash>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = middle(from, to);
            if (index < middle) {
                path.addFirst(hash(middle, to, blocks));
                to = middle;
            } else {
                path.addFirst(hash(from, middle, blocks));
                from = middle;
            }
        }
        return new InclusionProof(index, size, List.copyOf(path));
    }

    /**
     * Proves that it begins with all that was there before (RFC 9162 §2.1.4.1).
     *
     * @param earlier how many leaves it had then
     */
    public ConsistencyProof consistency(long earlier) {
        if (earlier < 0 || earlier > size) {
            throw new IllegalArgumentException("%d leaves were never the first of %d".formatted(earlier, size));
        }
        if (earlier == 0) {
            return new ConsistencyProof(0, size, List.of());
        }
        var blocks = new Blocks(size, source);
        var path = new ArrayDeque<Hash>();
        long from = 0;
        long to = size;
        while (to != earlier) {
            long middle = middle(from, to);
            if (earlier <= middle) {
                path.addFirst(hash(middle, to, blocks));
                to = middle;
            } else {
                path.addFirst(hash(from, middle, blocks));
                from = middle;
            }
        }
        // Beginning at 0 it is the earlier root, which whoever verifies has.
        if (from > 0) {
            path.addFirst(hash(from, to, blocks));
        }
        return new ConsistencyProof(earlier, size, List.copyOf(path));
    }

    /** Where the two halves of a node meet: the left one has the largest power of two below the number of all. */
    private static long middle(long from, long to) {
        return from + Long.highestOneBit(to - from - 1);
    }

    private Hash hash(long from, long to, Blocks blocks) {
        var edge = to == size ? frontier.rootFrom(from) : Optional.<Hash>empty();
        return edge.orElseGet(() -> blocks.subtree(from, Long.numberOfTrailingZeros(to - from)));
    }
}
