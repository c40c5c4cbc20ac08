package io.chancery.platform.security;

import io.chancery.platform.audit.CallerAddress;
import io.chancery.platform.user.Users;
import io.quarkus.vertx.http.runtime.security.PersistentLoginManager;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What browsers keep of people who have signed in; all of it encrypted. */
@ApplicationScoped
public class Sessions {

    private static final String SESSION = "quarkus-credential";
    private static final String PASSWORD = "chancery-password";
    private static final String PROOF = "chancery-proof";
    private static final String SIGN_OUT = "/sign-out";
    private static final Duration RENEWED_AFTER = Duration.ofMinutes(1);
    private static final Duration LONGEST_SESSION = Duration.ofDays(30);
    private static final Duration PROOF_KEPT_FOR = Duration.ofDays(7);

    /** Browsers keep no cookie of more than 4096 bytes; encrypted it is a third longer. */
    private static final int LONGEST_PROOF = 2800;

    private final SignIns signIns;
    private final Users users;
    private final PersistentLoginManager sessions;
    private final PersistentLoginManager passwords;
    private final PersistentLoginManager proofs;

    Sessions(
            SignIns signIns,
            Users users,
            @ConfigProperty(name = "quarkus.http.auth.session.encryption-key") String key,
            @ConfigProperty(name = "quarkus.http.auth.form.timeout") Duration timeout) {
        this.signIns = signIns;
        this.users = users;
        this.sessions = cookies(key, SESSION, timeout, "/");
        this.passwords = cookies(key, PASSWORD, LONGEST_SESSION, "/");
        this.proofs = cookies(key, PROOF, PROOF_KEPT_FOR, SIGN_OUT);
    }

    private static PersistentLoginManager cookies(String key, String name, Duration timeout, String path) {
        return new PersistentLoginManager(
                key, name, timeout.toMillis(), RENEWED_AFTER.toMillis(), true, "STRICT", path, -1, null);
    }

    /** Lets the session of this browser last no longer than the password that they have now, and 30 days at most. */
    public void tieToPassword(String name, RoutingContext context) {
        passwords.save(
                users.mark(name), context, PASSWORD, null, context.request().isSSL());
    }

    /** What {@link Users#mark} was when they signed in here; empty if nothing says so. */
    String passwordMark(@Nullable RoutingContext context) {
        var kept = context == null ? null : passwords.restore(context);
        return kept == null ? "" : kept.getPrincipal();
    }

    /**
     * Begins the session of somebody for whom another system vouches: puts on record that they are here, and gives their
     * browser the cookies.
     *
     * @param proof with which they can sign out there, too; kept by their browser alone, encrypted
     * @param secure whether they come by HTTPS
     */
    public void begin(ApiClient client, String proof, RoutingContext context, boolean secure) {
        signIns.accepted(client, CallerAddress.of(context.request()));
        sessions.save(client.name(), context, SESSION, null, secure);
        if (proof.length() <= LONGEST_PROOF) {
            proofs.save(proof, context, PROOF, null, secure);
        }
    }

    /** Puts on record that somebody was not let in. */
    public void refuse(String reason, RoutingContext context) {
        signIns.notVouchedFor(reason, CallerAddress.of(context.request()));
    }

    /** With what they were vouched for, which their browser forgets now; empty if they signed in otherwise. */
    public Optional<String> takeProof(RoutingContext context) {
        var kept = proofs.restore(context);
        if (kept == null) {
            return Optional.empty();
        }
        context.response()
                .addCookie(Cookie.cookie(PROOF, "")
                        .setPath(SIGN_OUT)
                        .setMaxAge(0)
                        .setHttpOnly(true)
                        .setSameSite(CookieSameSite.STRICT));
        return Optional.of(kept.getPrincipal());
    }
}
