package io.chancery.platform.security;

import io.chancery.platform.audit.CallerAddress;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Checks the key for people, who type it into the sign-in form as a password. A test key is for systems alone. */
@ApplicationScoped
class FormIdentities implements IdentityProvider<UsernamePasswordAuthenticationRequest> {

    private final ApiClients clients;
    private final SignIns signIns;

    FormIdentities(ApiClients clients, SignIns signIns) {
        this.clients = clients;
        this.signIns = signIns;
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
        var typed = new String(request.getPassword().getPassword());
        var routing = HttpSecurityUtils.getRoutingContextAttribute(request);
        var address = routing == null ? "unknown" : CallerAddress.of(routing.request());
        return KeyIdentities.identify(context, () -> signIn(typed, address));
    }

    private Optional<ApiClient> signIn(String typed, String address) {
        var client = clients.authenticate(typed).filter(known -> !known.test());
        client.ifPresentOrElse(known -> signIns.accepted(known, address), () -> signIns.refused(typed, address));
        return client;
    }
}
