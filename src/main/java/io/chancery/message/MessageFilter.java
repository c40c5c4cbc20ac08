package io.chancery.message;

import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.MessageStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which messages a list shows.
 *
 * @param clientId only those of one client; null for all
 * @param customerIds only those of one customer, and copies to them: all the ids that lead to it; null for all
 * @param status of the messages themselves, so that copies are left out; null for all
 * @param after the last id of the page before; null for the newest
 * @param test whether it shows those that were only tried with a test key, and no others
 * @param limit 1 to 200
 */
public record MessageFilter(
        @Nullable UUID clientId,
        @Nullable List<UUID> customerIds,
        @Nullable String template,
        @Nullable String reference,
        @Nullable MessageStatus status,
        @Nullable UUID after,
        boolean test,
        int limit) {

    /** The newest messages of everybody. */
    public static MessageFilter newest(int limit) {
        return new MessageFilter(null, null, null, null, null, null, false, limit);
    }

    /**
     * What else narrows a list down.
     *
     * @param channel only those with a delivery on it; null for all
     * @param since only those that were accepted then or later; null for all
     */
    public record Narrowing(
            @Nullable Channel channel, @Nullable Instant since) {

        /** Leaves the list as it is. */
        public static final Narrowing NONE = new Narrowing(null, null);
    }
}
