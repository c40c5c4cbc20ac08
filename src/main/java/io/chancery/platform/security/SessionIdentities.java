package io.chancery.platform.security;

import io.chancery.platform.user.Users;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TrustedAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks whether people who have signed in and come back with the session cookie still may. */
@ApplicationScoped
class SessionIdentities implements IdentityProvider<TrustedAuthenticationRequest> {

    private final ApiClients clients;
    private final Users users;
    private final Sessions sessions;

    SessionIdentities(ApiClients clients, Users users, Sessions sessions) {
        this.clients = clients;
        this.users = users;
        this.sessions = sessions;
    }

    @Override
    public Class<TrustedAuthenticationRequest> getRequestType() {
        return TrustedAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TrustedAuthenticationRequest request, AuthenticationRequestContext context) {
        var name = request.getPrincipal();
        var mark = sessions.passwordMark(HttpSecurityUtils.getRoutingContextAttribute(request));
        return KeyIdentities.identify(
                context, () -> users.comingBack(name, mark).or(() -> clients.find(name)));
    }
}
