package io.chancery.platform.oidc;

import io.chancery.platform.security.ApiClient;

/**
 * Somebody for whom the other system vouches.
 *
 * @param proof its signed word, by which it knows them again when they sign out
 */
public record Vouched(ApiClient client, String proof) {

    /** Without the proof, which is nothing for a log. */
    @Override
    public String toString() {
        return "Vouched[" + client.name() + "]";
    }
}
