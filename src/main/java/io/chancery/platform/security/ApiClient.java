package io.chancery.platform.security;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A system, or a person at its keyboard, that holds a key.
 *
 * @param test whether what it asks to be sent never leaves the house
 */
public record ApiClient(UUID id, String name, Set<String> roles, boolean test) {

    /** The attribute of a security identity that holds its client. */
    public static final String ATTRIBUTE = "chancery.client";

    /** The client behind the current request. */
    public static ApiClient of(SecurityIdentity identity) {
        return identity.getAttribute(ATTRIBUTE);
    }

    /**
     * The id of the client whose messages alone the caller may see; null for everybody's. A test key never sees more than
     * its own, whatever its roles.
     *
     * @param seeAll the roles that see everybody's
     */
    public static @Nullable UUID limit(SecurityIdentity caller, Set<String> seeAll) {
        boolean limited = isTest(caller) || caller.getRoles().stream().noneMatch(seeAll::contains);
        return limited ? of(caller).id() : null;
    }

    /** Whether the caller calls with a test key. */
    public static boolean isTest(SecurityIdentity caller) {
        return caller.getAttribute(ATTRIBUTE) instanceof ApiClient client && client.test();
    }
}
