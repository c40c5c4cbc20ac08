package io.chancery.web.account;

import io.chancery.platform.oidc.SignInAttempt;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;

/**
 * What a browser keeps of a sign-in that has begun.
 *
 * @param secure whether people come by HTTPS; the name then keeps servers beside ours from setting it (RFC 6265bis §4.1.3.2)
 */
record AttemptCookie(boolean secure) {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    String name() {
        return secure ? "__Host-chancery-sign-in" : "chancery-sign-in";
    }

    NewCookie of(SignInAttempt attempt) {
        return cookie(name(), attempt.text(), PATIENCE);
    }

    NewCookie gone() {
        return gone(name());
    }

    /** Ends another one. */
    NewCookie gone(String name) {
        return cookie(name, "", Duration.ZERO);
    }

    /** Lax, because it has to come back with a browser that another server sends. */
    private NewCookie cookie(String name, String value, Duration kept) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge(Math.toIntExact(kept.toSeconds()))
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
