package io.chancery.platform.security;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.Set;
import java.util.UUID;

/** A system, or a person at its keyboard, that holds a key. */
public record ApiClient(UUID id, String name, Set<String> roles) {

    /** The attribute of a security identity that holds its client. */
    public static final String ATTRIBUTE = "chancery.client";

    /** The client behind the current request. */
    public static ApiClient of(SecurityIdentity identity) {
        return identity.getAttribute(ATTRIBUTE);
    }
}
