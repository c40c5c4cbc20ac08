package io.chancery.platform.security;

import io.chancery.platform.user.Users;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TrustedAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks whether people who have signed in and come back with the session cookie still may. */
@ApplicationScoped
class SessionIdentities implements IdentityProvider<TrustedAuthenticationRequest> {

    private final ApiClients clients;
    private final Users users;

    SessionIdentities(ApiClients clients, Users users) {
        this.clients = clients;
        this.users = users;
    }

    @Override
    public Class<TrustedAuthenticationRequest> getRequestType() {
        return TrustedAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TrustedAuthenticationRequest request, AuthenticationRequestContext context) {
        return KeyIdentities.identify(
                context, () -> users.comingBack(request.getPrincipal()).or(() -> clients.find(request.getPrincipal())));
    }
}
