package io.chancery.archive.proof;

import io.chancery.archive.log.Hash;
import io.chancery.archive.log.Hashes;
import io.chancery.archive.log.Leaf;
import io.chancery.archive.log.Tree;
import io.chancery.archive.seal.Place;
import io.chancery.archive.seal.Seal;
import io.chancery.archive.seal.SealTable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * The log up to a checkpoint, for many proofs: what was read once is remembered for a while, because what was recorded
 * together lies together. For one thread.
 */
public final class GrownTree {

    /** The position of a row that was not sealed where it stands: somebody has put it there. */
    public static final long NOWHERE = -1;

    private static final int SEALS = 16;
    private static final int BLOCKS = 1024;

    private final long size;
    private final SealTable seals;
    private final Hashes hashes;
    private final Tree tree;
    private final Map<Long, Map<Name, Long>> positions = remembering(SEALS);

    public GrownTree(long size, SealTable seals) {
        this.size = size;
        this.seals = seals;
        Map<Block, List<Hash>> blocks = remembering(BLOCKS);
        this.hashes = (level, from, to) ->
                blocks.computeIfAbsent(new Block(level, from, to), block -> seals.read(level, from, to));
        this.tree = new Tree(size, hashes);
    }

    /** What a leaf is called. */
    private record Name(byte kind, UUID id, int part) {}

    private record Block(int level, long from, long to) {}

    private static <K, V> Map<K, V> remembering(int most) {
        return new LinkedHashMap<>(most, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** Where a row's leaf is; {@link #NOWHERE} if it should be in this tree and is not, empty if it is younger. */
    public OptionalLong position(Place place, Leaf leaf) {
        var name = new Name(leaf.kind().code(), leaf.id(), leaf.part());
        for (var known : positions.values()) {
            var position = known.get(name);
            if (position != null) {
                return within(position);
            }
        }
        var seal = seals.of(place);
        if (seal.isEmpty()) {
            return OptionalLong.empty();
        }
        var read = positions(seal.get());
        positions.put(seal.get().no(), read);
        var position = read.get(name);
        return within(position == null ? missing(seal.get()) : position);
    }

    private long missing(Seal seal) {
        return seal.first() < size ? NOWHERE : size;
    }

    private OptionalLong within(long position) {
        return position < size ? OptionalLong.of(position) : OptionalLong.empty();
    }

    private static Map<Name, Long> positions(Seal seal) {
        var read = new HashMap<Name, Long>();
        for (int i = 0; i < seal.leaves().size(); i++) {
            var leaf = seal.leaves().get(i);
            read.put(new Name(leaf.kind(), leaf.id(), leaf.part()), seal.first() + i);
        }
        return read;
    }

    /** The way from a leaf to the root, in lower-case hexadecimal. */
    public List<String> path(long position) {
        return position == NOWHERE
                ? List.of()
                : tree.inclusion(position).path().stream().map(Hash::toString).toList();
    }

    /** That the tree of one size begins with all leaves of another, neither larger than this one; the same. */
    public List<String> consistency(long earlier, long later) {
        return new Tree(later, hashes)
                .consistency(earlier).path().stream().map(Hash::toString).toList();
    }
}
