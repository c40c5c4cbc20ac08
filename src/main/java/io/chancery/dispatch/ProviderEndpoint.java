package io.chancery.dispatch;

import io.chancery.vocabulary.Channel;

/**
 * Where a provider's deliveries go, for people: the banner at start and the operator's page.
 *
 * @param address host and port, and for a stand-in how to read what it caught
 * @param standIn whether nobody configured a provider, so that a development stand-in runs in its place
 */
public record ProviderEndpoint(Channel channel, String address, boolean standIn) {}
