package io.chancery.dispatch.receipt;

import java.time.Instant;

/**
 * What a provider says about a part of an attempt.
 *
 * @param at by the provider's clock
 */
record Receipt(String reference, boolean delivered, String code, Instant at) {}
