package io.chancery.dispatch.sms.gateway;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;

/** How we say who we are. */
interface Credentials {

    /**
     * The header {@code Authorization}; empty if there is none.
     *
     * @throws NotSentException if it cannot be had now
     */
    Optional<String> header() throws NotSentException;

    /** Forgets a header that was refused. False if there is no other. */
    boolean forget(String refused);

    /** @throws IllegalArgumentException if settings are missing */
    static Credentials of(GatewayConfig.Gateway config, Connections connections, Clock clock) {
        return switch (config.auth()) {
            case NONE -> always(Optional.empty());
            case BASIC ->
                always(Optional.of(basic(needed(config.user(), "user"), needed(config.password(), "password"))));
            case BEARER -> always(Optional.of(bearer(needed(config.token(), "token"))));
            case OAUTH2 -> new OAuth2Credentials(config.oauth2(), connections, clock);
        };
    }

    static String needed(Optional<String> setting, String name) {
        return setting.orElseThrow(() -> new IllegalArgumentException(name + " is not set"));
    }

    /** The same at each request. */
    static Credentials always(Optional<String> header) {
        return new Credentials() {
            @Override
            public Optional<String> header() {
                return header;
            }

            @Override
            public boolean forget(String refused) {
                return false;
            }
        };
    }

    /** RFC 7617. */
    static String basic(String user, String password) {
        var pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    static String bearer(String token) {
        return "Bearer " + token;
    }
}
