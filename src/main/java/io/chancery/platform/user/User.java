package io.chancery.platform.user;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param name with which they sign in, and under which they stand in the audit log
 * @param email where tests of what they write go; null if unknown
 * @param mobile the same as a number, E.164; null if unknown
 * @param vouched whether another system vouches for them (OpenID Connect), so that they have no password here
 * @param standing when they signed in, and whether they still may
 */
public record User(
        String name,
        String displayName,
        @Nullable String email,
        @Nullable String mobile,
        List<String> roles,
        boolean vouched,
        Standing standing) {

    /**
     * How an account stands.
     *
     * @param signedInAt last; null if never
     * @param lockedUntil after too many wrong passwords; null if not
     * @param disabledAt null while they may sign in
     */
    public record Standing(
            @Nullable Instant signedInAt,
            @Nullable Instant lockedUntil,
            @Nullable Instant disabledAt) {}
}
