package io.chancery.customer.resolve;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What made the engine look again.
 *
 * @param operation the person's or the re-match's act, to be named in the history; null after a change of a record
 * @param owners whose records count as having been, where that is not whose they are now: an undo goes back to them
 */
public record Act(@Nullable UUID operation, Map<UUID, UUID> owners) {

    /** A record came, changed or went. */
    public static final Act OF_A_RECORD = new Act(null, Map.of());

    /** An operation that starts from how things are. */
    public static Act of(UUID operation) {
        return new Act(operation, Map.of());
    }

    @Nullable
    UUID ownerBefore(Member member) {
        return owners.getOrDefault(member.id(), member.customer());
    }
}
