package io.chancery.archive.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The definitions of RFC 6962 §2.1 word for word: slow, recursive, and independent of what is tested. */
final class NaiveTree {

    private final List<Hash> leaves;
    private final Map<List<Integer>, Hash> known = new HashMap<>();

    NaiveTree(List<Hash> leaves) {
        this.leaves = leaves;
    }

    Hash root(int from, int to) {
        if (to - from == 1) {
            return leaves.get(from);
        }
        var place = List.of(from, to);
        var hash = known.get(place);
        if (hash == null) {
            int k = split(to - from);
            hash = Merkle.node(root(from, from + k), root(from + k, to));
            known.put(place, hash);
        }
        return hash;
    }

    List<Hash> path(int m, int from, int to) {
        if (to - from == 1) {
            return new ArrayList<>();
        }
        int k = split(to - from);
        var left = m < k;
        var path = left ? path(m, from, from + k) : path(m - k, from + k, to);
        path.add(left ? root(from + k, to) : root(from, from + k));
        return path;
    }

    List<Hash> proof(int m, int n) {
        return subproof(m, 0, n, true);
    }

    private List<Hash> subproof(int m, int from, int to, boolean complete) {
        if (m == to - from) {
            return complete ? new ArrayList<>() : new ArrayList<>(List.of(root(from, to)));
        }
        int k = split(to - from);
        var left = m <= k;
        var proof = left ? subproof(m, from, from + k, complete) : subproof(m - k, from + k, to, false);
        proof.add(left ? root(from + k, to) : root(from, from + k));
        return proof;
    }

    private static int split(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }
}
