package io.chancery.customer.rematch.packed;

import java.util.Arrays;

/** Millions of weighed pairs of records, by their numbers; in the order in which they were added. */
public final class EdgeList {

    private int[] first = new int[1024];
    private int[] second = new int[1024];
    private float[] weights = new float[1024];
    private int size;

    public void add(int a, int b, double weight) {
        if (size == first.length) {
            first = Arrays.copyOf(first, size * 2);
            second = Arrays.copyOf(second, size * 2);
            weights = Arrays.copyOf(weights, size * 2);
        }
        first[size] = Math.min(a, b);
        second[size] = Math.max(a, b);
        weights[size++] = (float) weight;
    }

    public void addAll(EdgeList others) {
        for (int i = 0; i < others.size; i++) {
            add(others.first[i], others.second[i], others.weights[i]);
        }
    }

    public int size() {
        return size;
    }

    public int a(int edge) {
        return first[edge];
    }

    public int b(int edge) {
        return second[edge];
    }

    public double weight(int edge) {
        return weights[edge];
    }
}
