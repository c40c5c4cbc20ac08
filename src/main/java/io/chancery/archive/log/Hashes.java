package io.chancery.archive.log;

import java.util.List;

/** Where the hashes of a log are kept: those of its leaves, and those of its complete subtrees ({@link Node}). */
@FunctionalInterface
public interface Hashes {

    /**
     * Reads neighbours of one level, which all lie in one block: the numbers from a multiple of 256 up to the next.
     *
     * @param level 0 for leaves, else that of the nodes
     * @param from number of the first
     * @param to number after the last
     */
    List<Hash> read(int level, long from, long to);
}
