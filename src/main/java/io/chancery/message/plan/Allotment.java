package io.chancery.message.plan;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How much advertising one customer may get, and what of it is used up. What a batch adds to it counts for the rest of the
 * batch. For one thread.
 *
 * @param most messages
 * @param used ids of the messages that count
 */
public record Allotment(int most, Set<UUID> used) {

    static Allotment unlimited() {
        return new Allotment(Integer.MAX_VALUE, new HashSet<>());
    }

    /** Whether there is nothing left for a message; one that has begun on a channel may go by the others, too. */
    boolean isUsedUp(@Nullable UUID messageId) {
        return used.size() >= most && (messageId == null || !used.contains(messageId));
    }

    /** Counts a message that goes out. */
    public void use(UUID messageId) {
        used.add(messageId);
    }
}
