package io.chancery.platform.security;

import io.chancery.platform.audit.CallerAddress;
import io.chancery.platform.oidc.OidcSignIn;
import io.chancery.platform.user.Users;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Checks what people type into the sign-in form: name and password, or a key in its place. A test key is for systems alone. */
@ApplicationScoped
class FormIdentities implements IdentityProvider<UsernamePasswordAuthenticationRequest> {

    private final ApiClients clients;
    private final Users users;
    private final SignIns signIns;
    private final Sessions sessions;
    private final OidcSignIn company;

    FormIdentities(ApiClients clients, Users users, SignIns signIns, Sessions sessions, OidcSignIn company) {
        this.clients = clients;
        this.users = users;
        this.signIns = signIns;
        this.sessions = sessions;
        this.company = company;
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
        return KeyIdentities.identify(context, () -> {
            var client = signIn(request.getUsername(), typed, address);
            if (routing != null) {
                client.ifPresent(known -> sessions.tieToPassword(known.name(), routing));
            }
            return client;
        });
    }

    private Optional<ApiClient> signIn(String name, String typed, String address) {
        var client = company.isOnly() ? Optional.<ApiClient>empty() : known(name, typed);
        client.ifPresentOrElse(known -> signIns.accepted(known, address), () -> signIns.refused(typed, address));
        return client;
    }

    private Optional<ApiClient> known(String name, String typed) {
        return ApiKey.parse(typed).isPresent()
                ? clients.authenticate(typed).filter(known -> !known.test())
                : users.authenticate(name, typed);
    }
}
