package io.chancery.dispatch;

/** A configured instance of an adapter: who takes deliveries of a channel over. Called by several threads at once. */
public interface Provider {

    ProviderProfile profile();

    /** Where it is, for people. */
    ProviderEndpoint endpoint();

    /**
     * Hands one rendition over. Failures of the provider are outcomes, not exceptions. Calls
     * {@link Handover#pointOfNoReturn()} at the last instant at which the provider cannot have accepted yet.
     */
    DeliveryOutcome send(Handover handover);
}
