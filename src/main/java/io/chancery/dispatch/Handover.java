package io.chancery.dispatch;

import io.chancery.vocabulary.Rendition;
import java.util.UUID;

/**
 * One attempt to hand a rendition to a provider.
 *
 * @param deliveryId the identity towards the provider, the same on every attempt
 * @param attempt 1 for the first
 * @param repeat whether an earlier attempt may have succeeded
 * @param journal told before the provider can accept
 */
public record Handover(UUID deliveryId, int attempt, boolean repeat, Rendition rendition, Runnable journal) {

    /** Puts on disk that from here on the provider may have accepted. */
    public void pointOfNoReturn() {
        journal.run();
    }
}
