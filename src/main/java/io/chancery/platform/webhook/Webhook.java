package io.chancery.platform.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who wants to be told.
 *
 * @param client the name of the client that made it
 * @param messages {@code all}, or the client's {@code own}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Webhook(
        UUID id,
        String client,
        String messages,
        @JsonUnwrapped WebhookOrder order,
        @JsonUnwrapped State state,
        Instant createdAt,
        @Nullable String secret) {

    /**
     * Whether it is told anything.
     *
     * @param disabledReason why not, if nobody asked for that
     * @param failingSince since when it has taken nothing
     * @param oldSecretUntil until when the secret before the present one signs, too
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record State(
            boolean enabled,
            @Nullable String disabledReason,
            @Nullable Instant failingSince,
            @Nullable Instant oldSecretUntil) {}

    /** With its secret, which is shown once: when it is made. */
    Webhook with(String shown) {
        return new Webhook(id, client, messages, order, state, createdAt, shown);
    }
}
