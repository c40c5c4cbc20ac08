package io.chancery.customer.matching;

/**
 * A pair of members that a steward is asked about: of two clusters, only the pair that is most alike.
 *
 * @param a index of a member, smaller than b
 * @param weight in bits
 */
public record Doubt(int a, int b, double weight, DoubtKind kind) {}
