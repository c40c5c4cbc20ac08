package io.chancery.platform.oidc;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An issuer like Keycloak, where approvers are called otherwise. */
record TestConfig(Optional<URI> issuer, Map<String, List<String>> roles, boolean only) implements OidcConfig {

    private static final Map<String, List<String>> ROLES = Map.of("approver", List.of("ccm-leads", "ccm-approvers"));

    static TestConfig of(URI issuer) {
        return new TestConfig(Optional.of(issuer), ROLES, false);
    }

    static TestConfig none() {
        return new TestConfig(Optional.empty(), Map.of(), true);
    }

    TestConfig alone() {
        return new TestConfig(issuer, roles, true);
    }

    @Override
    public String clientId() {
        return TestIssuer.CLIENT;
    }

    @Override
    public Optional<String> clientSecret() {
        return Optional.of(TestIssuer.SECRET);
    }

    @Override
    public String scope() {
        return "openid profile email";
    }

    @Override
    public String rolesClaim() {
        return "realm_access.roles";
    }

    @Override
    public Duration timeout() {
        return Duration.ofSeconds(2);
    }
}
