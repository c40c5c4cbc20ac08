package io.chancery.archive.retention;

import io.chancery.platform.security.ApiClient;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who decides about what is kept.
 *
 * @param clientId null for a job
 */
public record Actor(@Nullable UUID clientId, String name) {

    public static Actor of(ApiClient client) {
        return new Actor(client.id(), client.name());
    }
}
