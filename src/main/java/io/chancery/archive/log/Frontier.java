package io.chancery.archive.log;

import io.chancery.platform.digest.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The right edge of a growing tree: the hashes of the complete subtrees that its leaves make up, largest first, one for
 * each bit of their number. They are all that is needed to append, and to know the root.
 */
public final class Frontier {

    private final List<Hash> hashes;
    private long size;

    /** Of a tree without leaves. */
    public Frontier() {
        this(0, List.of());
    }

    /**
     * As it was when it had these hashes.
     *
     * @throws IllegalArgumentException if a tree of this size has more of them, or fewer
     */
    public Frontier(long size, List<Hash> hashes) {
        if (size < 0 || hashes.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException("%d hashes for %d leaves".formatted(hashes.size(), size));
        }
        this.size = size;
        this.hashes = new ArrayList<>(hashes);
    }

    /** That of the first leaves of a log, from one block of each level. */
    public static Frontier read(long size, Hashes source) {
        var blocks = new Blocks(size, source);
        var hashes = new ArrayList<Hash>();
        long first = 0;
        while (first < size) {
            long leaves = Long.highestOneBit(size - first);
            hashes.add(blocks.subtree(first, Long.numberOfTrailingZeros(leaves)));
            first += leaves;
        }
        return new Frontier(size, hashes);
    }

    /** Appends a leaf. */
    public void append(Hash leaf) {
        append(leaf, node -> {});
    }

    /**
     * Appends a leaf.
     *
     * @param completed told of each node that this leaf completes, from level 1 upwards
     */
    public void append(Hash leaf, Consumer<Node> completed) {
        var hash = leaf;
        for (int height = 1; (size >> (height - 1) & 1) == 1; height++) {
            hash = Merkle.node(hashes.remove(hashes.size() - 1), hash);
            if (height % Blocks.HEIGHT == 0) {
                completed.accept(new Node(height / Blocks.HEIGHT, size >> height, hash));
            }
        }
        hashes.add(hash);
        size++;
    }

    /** How many leaves there are. */
    public long size() {
        return size;
    }

    /** What it can be restored from. */
    public List<Hash> hashes() {
        return List.copyOf(hashes);
    }

    /** The hash of the whole tree; without leaves, that of nothing. */
    public Hash root() {
        return hashes.isEmpty() ? Hash.made(Sha256.bytes(new byte[0])) : fold(0);
    }

    /** The hash of all leaves from this one on, if one of the subtrees begins there. */
    Optional<Hash> rootFrom(long first) {
        boolean begins = first == 0 || Long.lowestOneBit(first) > size - first;
        return begins && first < size ? Optional.of(fold(Long.bitCount(first))) : Optional.empty();
    }

    private Hash fold(int from) {
        int last = hashes.size() - 1;
        var hash = hashes.get(last);
        for (int i = last - 1; i >= from; i--) {
            hash = Merkle.node(hashes.get(i), hash);
        }
        return hash;
    }
}
