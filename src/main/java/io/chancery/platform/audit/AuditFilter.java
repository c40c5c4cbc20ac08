package io.chancery.platform.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for; null where it does not matter.
 *
 * @param from the first time that is in it
 * @param to the first time that is no more in it
 * @param after the id of the last entry of the part before
 */
public record AuditFilter(
        @Nullable String actor,
        @Nullable AuditAction action,
        @Nullable SubjectKind subjectKind,
        @Nullable String subject,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable UUID after,
        int limit) {

    /** The same for the part that follows an entry. */
    public AuditFilter after(UUID last) {
        return new AuditFilter(actor, action, subjectKind, subject, from, to, last, limit);
    }
}
