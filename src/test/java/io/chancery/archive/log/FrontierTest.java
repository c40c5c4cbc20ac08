package io.chancery.archive.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrontierTest {

    @Test
    void has_the_root_of_the_definition_at_every_size() {
        var leaves = LogInMemory.of(600).leaves();
        var naive = new NaiveTree(leaves);
        var frontier = new Frontier();

        for (int size = 1; size <= 600; size++) {
            frontier.append(leaves.get(size - 1));

            assertThat(frontier.size()).isEqualTo(size);
            assertThat(frontier.root()).isEqualTo(naive.root(0, size));
        }
    }

    @Test
    void goes_on_where_it_was_stored() {
        var leaves = LogInMemory.of(600).leaves();
        var root = Merkle.root(leaves);

        for (int size = 0; size <= 600; size += 37) {
            var frontier = new Frontier();
            leaves.subList(0, size).forEach(frontier::append);
            var restored = new Frontier(frontier.size(), frontier.hashes());
            leaves.subList(size, 600).forEach(restored::append);

            assertThat(restored.root()).isEqualTo(root);
        }
    }

    @Test
    void goes_on_from_the_hashes_of_the_log() {
        var log = LogInMemory.of(70_000);
        var appended = new Frontier();

        for (int size = 0; size < 70_000; size++) {
            if (size % 4096 == 0 || size == 65_535 || size == 65_793) {
                assertThat(Frontier.read(size, log).hashes()).isEqualTo(appended.hashes());
            }
            appended.append(log.leaves().get(size));
        }
        assertThat(log.levelsRead).contains(0, 1, 2);
    }

    @Test
    void completes_each_node_once_and_with_the_hash_of_its_leaves() {
        var log = LogInMemory.of(66_000);

        assertThat(log.level(1)).hasSize(257);
        assertThat(log.level(2)).hasSize(1);
        for (int no = 0; no < 257; no++) {
            assertThat(log.level(1).get(no)).isEqualTo(Merkle.root(log.leaves().subList(no * 256, no * 256 + 256)));
        }
        assertThat(log.level(2)).containsExactly(Merkle.root(log.level(1).subList(0, 256)));
    }

    @Test
    void one_leaf_may_complete_nodes_of_several_levels() {
        var log = LogInMemory.of(65_535);
        var completed = new ArrayList<Node>();

        log.frontier().append(Merkle.leaf(new byte[0]), completed::add);

        assertThat(completed).extracting(Node::level, Node::no).containsExactly(tuple(1, 255L), tuple(2, 0L));
    }

    @Test
    void refuses_hashes_that_do_not_make_up_its_size() {
        assertThatThrownBy(() -> new Frontier(6, List.of(Merkle.leaf(new byte[0]))))
                .hasMessage("1 hashes for 6 leaves");
    }
}
