package io.chancery.archive.log;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The complete subtrees of a tree with a certain number of leaves. Their hashes are read by whole blocks of 256, each
 * at most once, because a proof needs many that lie together.
 */
final class Blocks {

    /** A block is a complete subtree of this height, over leaves or over other blocks. */
    static final int HEIGHT = 8;

    private static final int WIDTH = 1 << HEIGHT;

    private final long size;
    private final Hashes source;
    private final Map<Place, List<Hash>> known = new HashMap<>();

    Blocks(long size, Hashes source) {
        this.size = size;
        this.source = source;
    }

    /** The hash of the 2<sup>height</sup> leaves from this one on, whose number is a multiple of that. */
    Hash subtree(long first, int height) {
        int level = height / HEIGHT;
        long no = first >> (level * HEIGHT);
        int from = (int) (no % WIDTH);
        var block = known.computeIfAbsent(new Place(level, no / WIDTH), this::read);
        return Merkle.root(block.subList(from, from + (1 << (height % HEIGHT))));
    }

    private List<Hash> read(Place place) {
        long from = place.block() * WIDTH;
        long to = Math.min(from + WIDTH, size >> (place.level() * HEIGHT));
        var hashes = source.read(place.level(), from, to);
        if (hashes.size() != to - from) {
            throw new IllegalStateException("The log has %d of the hashes %d to %d at level %d"
                    .formatted(hashes.size(), from, to - 1, place.level()));
        }
        return hashes;
    }

    private record Place(int level, long block) {}
}
