package io.chancery.customer.resolve;

import io.chancery.customer.matching.DoubtKind;

/**
 * What a steward is asked: are these two records one customer's?
 *
 * @param weight in bits: how alike they are
 */
public record Question(RecordPair pair, DoubtKind kind, double weight) {}
