package io.chancery.customer.rematch;

import java.util.Arrays;

/** Millions of weighed pairs of records, by their numbers; in the order in which they were added. */
final class EdgeList {

    private int[] first = new int[1024];
    private int[] second = new int[1024];
    private float[] weights = new float[1024];
    private int size;

    void add(int a, int b, double weight) {
        if (size == first.length) {
            first = Arrays.copyOf(first, size * 2);
            second = Arrays.copyOf(second, size * 2);
            weights = Arrays.copyOf(weights, size * 2);
        }
        first[size] = Math.min(a, b);
        second[size] = Math.max(a, b);
        weights[size++] = (float) weight;
    }

    void addAll(EdgeList others) {
        for (int i = 0; i < others.size; i++) {
            add(others.first[i], others.second[i], others.weights[i]);
        }
    }

    int size() {
        return size;
    }

    int a(int edge) {
        return first[edge];
    }

    int b(int edge) {
        return second[edge];
    }

    double weight(int edge) {
        return weights[edge];
    }
}
