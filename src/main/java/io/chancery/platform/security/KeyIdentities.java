package io.chancery.platform.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.Supplier;

/** Turns a client into the identity that {@code @RolesAllowed} asks; resources read the client from its attribute. */
final class KeyIdentities {

    /** The identity's attribute that holds the {@link ApiClient}. */
    static final String CLIENT = ApiClient.ATTRIBUTE;

    private KeyIdentities() {}

    static Uni<SecurityIdentity> identify(
            AuthenticationRequestContext context, Supplier<Optional<ApiClient>> authentication) {
        return context.runBlocking(() -> authentication
                .get()
                .map(KeyIdentities::identityOf)
                .orElseThrow(() -> new AuthenticationFailedException("Unknown or revoked API key")));
    }

    private static SecurityIdentity identityOf(ApiClient client) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(client.name()))
                .addRoles(client.roles())
                .addAttribute(CLIENT, client)
                .build();
    }
}
