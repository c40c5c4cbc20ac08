package io.chancery.platform.oidc;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whose accounts let people in. Without an issuer people sign in with accounts that are kept here, and nothing else counts. */
@ConfigMapping(prefix = "chancery.oidc")
interface OidcConfig {

    /** Such as {@code https://login.example.com/realms/staff}; the rest is found by OpenID Connect Discovery. */
    Optional<URI> issuer();

    @WithDefault("chancery")
    String clientId();

    /** None for a public client, which PKCE alone protects. */
    Optional<String> clientSecret();

    @WithDefault("openid profile email")
    String scope();

    /** Where in the ID token the roles stand, with dots between levels, such as {@code realm_access.roles}. */
    @WithDefault("roles")
    String rolesClaim();

    /** By each of our roles: what the issuer calls it, where it does not call it as we do. One of several is enough. */
    Map<String, List<String>> roles();

    /** Whether people sign in there alone: no form, and neither password nor key opens the pages. */
    @WithDefault("false")
    boolean only();

    /** How long each of its answers may take. */
    @WithDefault("5s")
    Duration timeout();
}
