package io.chancery.archive.log;

/**
 * The way from a node up to the root, as RFC 9162 §2.1.3.2 and §2.1.4.2 walk it: the number of the node and that of the
 * last node on the same height. A node without a sibling moves up unchanged.
 */
final class Climb {

    /** On which side of the way a sibling lies. */
    enum Side {
        LEFT,
        RIGHT
    }

    private long node;
    private long last;

    Climb(long node, long last) {
        this.node = node;
        this.last = last;
    }

    /** Whether the root is reached. */
    boolean isOver() {
        return last == 0;
    }

    /** Passes all parents of which the node is the right child. */
    void skipRightChildren() {
        while (isRight()) {
            up();
        }
    }

    /** Goes up past the next sibling. */
    Side step() {
        var side = isRight() || node == last ? Side.LEFT : Side.RIGHT;
        while (side == Side.LEFT && !isRight() && node != 0) {
            up();
        }
        up();
        return side;
    }

    private boolean isRight() {
        return (node & 1) == 1;
    }

    private void up() {
        node >>= 1;
        last >>= 1;
    }
}
