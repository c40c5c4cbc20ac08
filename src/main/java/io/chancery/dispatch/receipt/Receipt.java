package io.chancery.dispatch.receipt;

import java.time.Instant;

/**
 * What a provider says about a part of an attempt.
 *
 * @param provider who made the reference; empty if it is one of ours
 * @param at by the provider's clock
 */
record Receipt(String provider, String reference, boolean delivered, String code, Instant at) {}
