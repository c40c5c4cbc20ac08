package io.chancery.archive.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TreeTest {

    private static final int LARGEST = 600;
    private static final LogInMemory LOG = LogInMemory.of(LARGEST);
    private static final NaiveTree NAIVE = new NaiveTree(LOG.leaves());

    @Test
    void every_root_is_that_of_the_definition() {
        for (int size = 1; size <= LARGEST; size++) {
            var tree = new Tree(size, LOG);

            assertThat(tree.root()).isEqualTo(NAIVE.root(0, size));
        }
    }

    @Test
    void every_inclusion_proof_is_that_of_the_definition_and_holds() {
        for (int size = 1; size <= LARGEST; size++) {
            var tree = new Tree(size, LOG);
            for (int index : some(0, size - 1)) {
                var proof = tree.inclusion(index);

                assertThat(proof.path()).isEqualTo(NAIVE.path(index, 0, size));
                assertThat(proof.holds(LOG.leaves().get(index), tree.root())).isTrue();
            }
        }
    }

    @Test
    void every_consistency_proof_is_that_of_the_definition_and_holds() {
        for (int size = 1; size <= LARGEST; size++) {
            var tree = new Tree(size, LOG);
            for (int earlier : some(1, size)) {
                var proof = tree.consistency(earlier);

                assertThat(proof.path()).isEqualTo(NAIVE.proof(earlier, size));
                assertThat(proof.holds(NAIVE.root(0, earlier), tree.root())).isTrue();
            }
        }
    }

    /** All that are few, else those at the edges of blocks and some by chance. */
    private static Iterable<Integer> some(int first, int last) {
        if (last < 40) {
            return IntStream.rangeClosed(first, last).boxed().toList();
        }
        var random = new Random(last);
        var some = new TreeSet<>(List.of(first, last));
        random.ints(8, first, last + 1).forEach(some::add);
        IntStream.of(127, 128, 255, 256, 257, 511, 512, 513, last - 1)
                .filter(number -> number >= first && number <= last)
                .forEach(some::add);
        return some;
    }

    @Test
    void a_proof_holds_for_nothing_else() {
        var random = new Random(1);
        for (int round = 0; round < 2000; round++) {
            int size = 2 + random.nextInt(LARGEST - 1);
            int index = random.nextInt(size);
            var root = NAIVE.root(0, size);
            var leaf = LOG.leaves().get(index);
            var proof = new InclusionProof(index, size, NAIVE.path(index, 0, size));
            int other = random.nextInt(LARGEST);

            assertThat(proof.holds(changed(leaf, random), root)).isFalse();
            assertThat(proof.holds(leaf, changed(root, random))).isFalse();
            assertThat(new InclusionProof(index, size, changed(proof.path(), random)).holds(leaf, root))
                    .isFalse();
            assertThat(new InclusionProof(other, size, proof.path()).holds(leaf, root))
                    .isEqualTo(other == index);
        }
    }

    @Test
    void a_consistency_proof_holds_for_nothing_else() {
        var random = new Random(2);
        for (int round = 0; round < 2000; round++) {
            int later = 2 + random.nextInt(LARGEST - 1);
            int earlier = 1 + random.nextInt(later - 1);
            var before = NAIVE.root(0, earlier);
            var after = NAIVE.root(0, later);
            var path = NAIVE.proof(earlier, later);
            var proof = new ConsistencyProof(earlier, later, path);

            assertThat(proof.holds(changed(before, random), after)).isFalse();
            assertThat(proof.holds(before, changed(after, random))).isFalse();
            assertThat(new ConsistencyProof(earlier, later, changed(path, random)).holds(before, after))
                    .isFalse();
            assertThat(new ConsistencyProof(later, earlier, path).holds(after, before))
                    .isFalse();
        }
    }

    /** With one bit flipped. */
    private static Hash changed(Hash hash, Random random) {
        var bytes = hash.bytes();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        return Hash.of(bytes);
    }

    /** With one hash changed, gone, or once more. */
    private static List<Hash> changed(List<Hash> path, Random random) {
        var changed = new ArrayList<>(path);
        int place = random.nextInt(path.size());
        switch (random.nextInt(3)) {
            case 0 -> changed.set(place, changed(path.get(place), random));
            case 1 -> changed.remove(place);
            default -> changed.add(place, path.get(place));
        }
        return changed;
    }

    @Test
    void nothing_is_consistent_with_everything_and_only_with_its_own_root() {
        var proof = new Tree(7, LOG).consistency(0);

        assertThat(proof.holds(Merkle.root(List.of()), NAIVE.root(0, 7))).isTrue();
        assertThat(proof.holds(NAIVE.root(0, 7), NAIVE.root(0, 7))).isFalse();
    }

    @Test
    void a_tree_is_consistent_with_itself_alone() {
        var proof = new Tree(7, LOG).consistency(7);

        assertThat(proof.holds(NAIVE.root(0, 7), NAIVE.root(0, 7))).isTrue();
        assertThat(proof.holds(NAIVE.root(0, 7), NAIVE.root(0, 8))).isFalse();
    }

    @Test
    void what_is_not_there_is_not_proven() {
        var tree = new Tree(7, LOG);

        assertThatThrownBy(() -> tree.inclusion(7)).hasMessage("No leaf 7 among 7");
        assertThatThrownBy(() -> tree.consistency(8)).hasMessage("8 leaves were never the first of 7");
        assertThat(new InclusionProof(7, 7, List.of()).holds(NAIVE.root(0, 7), NAIVE.root(0, 7)))
                .isFalse();
    }

    @Test
    void a_log_that_has_lost_hashes_says_which() {
        assertThatThrownBy(() -> new Tree(300, (level, from, to) -> List.of()))
                .hasMessage("The log has 0 of the hashes 0 to 0 at level 1");
    }

    @Test
    void a_proof_of_sixty_million_leaves_reads_one_block_of_each_level() {
        long size = 60_123_457;
        var log = new EqualLeaves();
        var tree = new Tree(size, log);
        log.levelsRead.clear();

        for (long index : new long[] {0, 255, 256, 16_777_215, 16_777_216, 59_999_999, size - 1}) {
            assertThat(tree.inclusion(index).holds(log.leaf, tree.root())).isTrue();
            assertThat(log.levelsRead).doesNotHaveDuplicates().isSubsetOf(0, 1, 2, 3);
            log.levelsRead.clear();

            tree.consistency(index + 1);
            assertThat(log.levelsRead).doesNotHaveDuplicates().isSubsetOf(0, 1, 2, 3);
            log.levelsRead.clear();
        }
    }

    /** A log of any size, which needs no memory. */
    private static final class EqualLeaves implements Hashes {

        private final Hash leaf = Merkle.leaf(new byte[0]);
        private final List<Integer> levelsRead = new ArrayList<>();

        @Override
        public List<Hash> read(int level, long from, long to) {
            levelsRead.add(level);
            var hash = leaf;
            for (int height = 0; height < level * 8; height++) {
                hash = Merkle.node(hash, hash);
            }
            return Collections.nCopies((int) (to - from), hash);
        }
    }
}
