package io.chancery.archive.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A log whose hashes are all in memory, and which notes what is read. */
final class LogInMemory implements Hashes {

    private static final int BLOCK = 256;

    private final Frontier frontier = new Frontier();
    private final List<List<Hash>> levels = new ArrayList<>(List.of(new ArrayList<>()));
    final List<Integer> levelsRead = new ArrayList<>();

    static LogInMemory of(int leaves) {
        var log = new LogInMemory();
        for (int i = 0; i < leaves; i++) {
            log.append(Merkle.leaf(ByteBuffer.allocate(Integer.BYTES).putInt(i).array()));
        }
        return log;
    }

    void append(Hash leaf) {
        levels.get(0).add(leaf);
        frontier.append(leaf, this::keep);
    }

    private void keep(Node node) {
        if (levels.size() == node.level()) {
            levels.add(new ArrayList<>());
        }
        assertThat(node.no()).isEqualTo(levels.get(node.level()).size());
        levels.get(node.level()).add(node.hash());
    }

    Frontier frontier() {
        return frontier;
    }

    List<Hash> leaves() {
        return levels.get(0);
    }

    List<Hash> level(int level) {
        return levels.get(level);
    }

    @Override
    public List<Hash> read(int level, long from, long to) {
        assertThat(from % BLOCK).isZero();
        assertThat(to).isBetween(from + 1, from + BLOCK);
        levelsRead.add(level);
        return levels.get(level).subList((int) from, (int) to);
    }
}
