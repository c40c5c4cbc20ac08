package io.chancery.platform.security;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Checks the key for people, who type it into the sign-in form as a password. A test key is for systems alone. */
@ApplicationScoped
class FormIdentities implements IdentityProvider<UsernamePasswordAuthenticationRequest> {

    private final ApiClients clients;

    FormIdentities(ApiClients clients) {
        this.clients = clients;
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
        return KeyIdentities.identify(
                context,
                () -> clients.authenticate(new String(request.getPassword().getPassword()))
                        .filter(client -> !client.test()));
    }
}
