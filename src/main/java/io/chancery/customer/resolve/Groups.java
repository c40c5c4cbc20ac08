package io.chancery.customer.resolve;

import java.util.Arrays;

/** Numbers that hang together: union-find with path halving. */
public final class Groups {

    private final int[] parents;

    public Groups(int size) {
        parents = new int[size];
        Arrays.setAll(parents, i -> i);
    }

    /** The smallest number becomes the root, so that the answer does not depend on the order of joining. */
    public void join(int a, int b) {
        int first = root(a);
        int second = root(b);
        if (first < second) {
            parents[second] = first;
        } else {
            parents[first] = second;
        }
    }

    public int root(int number) {
        int root = number;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }
}
