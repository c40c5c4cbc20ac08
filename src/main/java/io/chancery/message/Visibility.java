package io.chancery.message;

import io.chancery.platform.security.ApiClient;
import io.quarkus.security.identity.SecurityIdentity;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Whose messages a caller may see: a business system its own, people who look after all of them everybody's. A
 * test key sees its own, which are all that it has tried. */
public final class Visibility {

    private static final Set<String> SEE_ALL = Set.of("agent", "compliance", "operator", "admin");

    private Visibility() {}

    /** Whether the caller may see messages at all. */
    static boolean any(SecurityIdentity caller) {
        return caller.getRoles().stream().anyMatch(role -> role.equals("system") || SEE_ALL.contains(role));
    }

    /** The client that the caller is limited to; empty if there is no limit. */
    public static Optional<UUID> of(SecurityIdentity caller) {
        return Optional.ofNullable(ApiClient.limit(caller, SEE_ALL));
    }
}
