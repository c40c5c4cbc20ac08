package io.chancery.platform.oidc;

import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.Prompt;
import io.chancery.platform.oidc.IssuerContact.Announced;
import io.chancery.platform.security.ApiClients;
import io.chancery.platform.user.Users;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Lets people in for whom the company's own system vouches, and out again. */
@ApplicationScoped
public class OidcSignIn {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final OidcConfig config;
    private final Users users;
    private final IdTokens tokens;
    private final Optional<IssuerContact> contact;

    OidcSignIn(OidcConfig config, Users users, Clock clock) {
        this.config = config;
        this.users = users;
        this.tokens = new IdTokens(config);
        this.contact = config.issuer().map(issuer -> new IssuerContact(issuer, config.timeout(), clock));
    }

    /** What is written wrong stops the start; a system that does not answer does not. */
    void start(@Observes StartupEvent event) {
        check(LaunchMode.current() == LaunchMode.NORMAL);
    }

    /** @param inProduction whether only this machine itself may be asked without TLS */
    void check(boolean inProduction) {
        config.issuer().ifPresent(issuer -> check(issuer, inProduction));
        demand(Scope.parse(config.scope()).contains("openid"), "scope has to contain openid");
        var unknown = new TreeSet<>(config.roles().keySet());
        unknown.removeAll(ApiClients.ROLES);
        demand(unknown.isEmpty(), "roles names what are no roles here: " + unknown);
    }

    private static void check(URI issuer, boolean inProduction) {
        boolean plain = "http".equals(issuer.getScheme());
        boolean web = plain || "https".equals(issuer.getScheme());
        demand(web && issuer.getHost() != null, "issuer is no address of a web server");
        boolean safe = !plain || THIS_MACHINE.contains(issuer.getHost());
        demand(safe || !inProduction, "issuer has to begin with https");
    }

    private static void demand(boolean fine, String rule) {
        if (!fine) {
            throw new IllegalStateException("chancery.oidc." + rule);
        }
    }

    /** Whether there is such a system. */
    public boolean isOn() {
        return contact.isPresent();
    }

    /** Whether it is the only way in for people. */
    public boolean isOnly() {
        return isOn() && config.only();
    }

    /**
     * What a browser is to keep until it comes back.
     *
     * @param wanted where they wanted to go; only pages of ours count
     */
    public SignInAttempt begin(String wanted) {
        return SignInAttempt.fresh(wanted);
    }

    /** Why nobody is let in whose browser keeps no attempt, or no longer. */
    public static OidcException notAskedFor() {
        return OidcException.foreign();
    }

    /**
     * Where to go to be vouched for.
     *
     * @param callback where to come back to
     * @param anew whether they are to say again who they are, and may be somebody else
     * @throws OidcException if the other system cannot be reached
     */
    public URI place(SignInAttempt attempt, URI callback, boolean anew) {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE, Scope.parse(config.scope()), new ClientID(config.clientId()), callback)
                .endpointURI(issuer().authorization())
                .state(new State(attempt.state()))
                .nonce(new Nonce(attempt.nonce()))
                .prompt(anew ? new Prompt(Prompt.Type.LOGIN) : null)
                .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    private Announced issuer() {
        return contact.orElseThrow(OidcException::foreign).announced();
    }

    /**
     * Takes what came back.
     *
     * @param answer the address with which the browser came back
     * @throws OidcException if it does not fit, if nobody was vouched for, or if the other system cannot be reached
     * @throws io.chancery.platform.user.UserException if somebody else has their name here
     */
    public Vouched finish(SignInAttempt attempt, URI callback, URI answer) {
        var issuer = issuer();
        var code = code(issuer, attempt, answer);
        var grant = new AuthorizationCodeGrant(code, callback, new CodeVerifier(attempt.verifier()));
        var token = tokens.fetch(issuer, grant);
        var claims = tokens.check(issuer, token, attempt.nonce());
        var user = new Vouching(config.rolesClaim(), config.roles()).user(claims);
        var client = users.vouched(claims.getIssuer() + " " + claims.getSubject(), user)
                .orElseThrow(OidcException::disabled);
        return new Vouched(client, token.serialize());
    }

    private static AuthorizationCode code(Announced issuer, SignInAttempt attempt, URI answer) {
        var response = parsed(answer);
        var state = response.getState();
        if (state == null || !state.getValue().equals(attempt.state()) || !isOf(issuer, response)) {
            throw OidcException.foreign();
        }
        if (!response.indicatesSuccess()) {
            throw OidcException.refused();
        }
        return Optional.ofNullable(response.toSuccessResponse().getAuthorizationCode())
                .orElseThrow(OidcException::foreign);
    }

    private static AuthenticationResponse parsed(URI answer) {
        try {
            return AuthenticationResponseParser.parse(answer);
        } catch (GeneralException e) {
            throw OidcException.foreign();
        }
    }

    /** An answer says of whom it is if its issuer announces that (RFC 9207). */
    private static boolean isOf(Announced issuer, AuthenticationResponse response) {
        return response.getIssuer() == null
                ? !issuer.metadata().supportsAuthorizationResponseIssuerParam()
                : response.getIssuer().equals(issuer.metadata().getIssuer());
    }

    /**
     * Where to go to sign out there, too; empty if that is not possible (OpenID Connect RP-Initiated Logout 1.0).
     *
     * @param proof that they were vouched for with
     * @param afterwards where to come back to
     */
    public Optional<URI> goodbye(String proof, URI afterwards) {
        if (!isOn()) {
            return Optional.empty();
        }
        try {
            var token = JWTParser.parse(proof);
            var client = new ClientID(config.clientId());
            return issuer().endSession()
                    .map(place -> new LogoutRequest(place, token, null, client, afterwards, null, null).toURI());
        } catch (ParseException | OidcException e) {
            return Optional.empty();
        }
    }
}
