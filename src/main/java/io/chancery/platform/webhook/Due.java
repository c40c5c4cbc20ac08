package io.chancery.platform.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An event that a webhook is to be told of now.
 *
 * @param attempt 1 for the first
 */
record Due(UUID webhookId, UUID eventId, int attempt, Event event, Endpoint endpoint) {

    /**
     * What happened.
     *
     * @param payload JSON
     */
    record Event(String type, String subject, Instant at, String payload) {

        /** What the receiver reads, the same at each attempt. A topic has nothing to escape. */
        String body() {
            return "{\"type\": \"%s\", \"timestamp\": \"%s\", \"data\": %s}".formatted(type, at, payload);
        }
    }

    /** Where to send, and what signs it. */
    record Endpoint(String url, List<byte[]> secrets) {}
}
