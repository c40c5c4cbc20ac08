package io.chancery.platform.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import io.chancery.platform.oidc.IssuerContact.Announced;
import java.io.IOException;
import org.jboss.logging.Logger;

/** Fetches ID tokens and checks them. What is wrong with one is logged by its rule, without anything of the token. */
final class IdTokens {

    private static final Logger LOG = Logger.getLogger(IdTokens.class);
    private static final int FIRST_SERVER_ERROR = 500;

    private final OidcConfig config;
    private final ClientID client;
    private final int timeout;

    IdTokens(OidcConfig config) {
        this.config = config;
        this.client = new ClientID(config.clientId());
        this.timeout = Math.toIntExact(config.timeout().toMillis());
    }

    /** @throws OidcException if the code is not worth one, or if the issuer does not answer */
    JWT fetch(Announced issuer, AuthorizationGrant code) {
        try {
            var answer = send(request(issuer, code));
            var response = OIDCTokenResponseParser.parse(answer);
            return token(response);
        } catch (GeneralException e) {
            throw unproven("token response: " + e.getClass().getSimpleName());
        } catch (IOException e) {
            LOG.warnf(
                    "The token endpoint of %s does not answer: %s",
                    issuer.metadata().getIssuer(), e.getMessage());
            throw OidcException.unreachable();
        }
    }

    private TokenRequest request(Announced issuer, AuthorizationGrant code) {
        return config.clientSecret()
                .filter(secret -> !secret.isBlank())
                .map(secret -> new TokenRequest.Builder(issuer.token(), authentication(issuer, secret), code))
                .orElseGet(() -> new TokenRequest.Builder(issuer.token(), client, code))
                .build();
    }

    /** By HTTP Basic, unless the issuer says that it takes the other way alone. */
    private ClientAuthentication authentication(Announced issuer, String text) {
        var secret = new Secret(text);
        var methods = issuer.metadata().getTokenEndpointAuthMethods();
        boolean byPostAlone = methods != null
                && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        return byPostAlone ? new ClientSecretPost(client, secret) : new ClientSecretBasic(client, secret);
    }

    private HTTPResponse send(TokenRequest request) throws IOException {
        var http = request.toHTTPRequest();
        http.setConnectTimeout(timeout);
        http.setReadTimeout(timeout);
        http.setFollowRedirects(false);
        var answer = http.send();
        if (answer.getStatusCode() >= FIRST_SERVER_ERROR) {
            throw new IOException("Status " + answer.getStatusCode());
        }
        return answer;
    }

    private static JWT token(TokenResponse response) {
        if (!response.indicatesSuccess()) {
            var code = response.toErrorResponse().getErrorObject().getCode();
            if (OAuth2Error.INVALID_GRANT.getCode().equals(code)) {
                throw OidcException.refused();
            }
            throw unproven("token response: " + code);
        }
        var token = response.toSuccessResponse().getTokens().toOIDCTokens().getIDToken();
        if (token == null) {
            throw unproven("no ID token");
        }
        return token;
    }

    /** @throws OidcException if it is not signed by the issuer, or not for us, for this sign-in, or for now */
    IDTokenClaimsSet check(Announced issuer, JWT token, String nonce) {
        var keys = new JWSVerificationKeySelector<>(issuer.algorithms(), issuer.keys());
        var validator = new IDTokenValidator(issuer.metadata().getIssuer(), client, keys, null);
        try {
            var claims = validator.validate(token, new Nonce(nonce));
            // The library leaves this to us: a token that another client asked for, whoever else it is for.
            var askedFor = claims.getAuthorizedParty();
            if (askedFor != null && !askedFor.getValue().equals(client.getValue())) {
                throw unproven("Unexpected JWT authorized party");
            }
            return claims;
        } catch (KeySourceException e) {
            LOG.warnf("The keys of %s cannot be fetched: %s", issuer.metadata().getIssuer(), e.getMessage());
            throw OidcException.unreachable();
        } catch (BadJOSEException | JOSEException e) {
            throw unproven(String.valueOf(e.getMessage()));
        }
    }

    private static OidcException unproven(String why) {
        LOG.warnf("Somebody was not signed in, because the other system's answer is not proven: %s", why);
        return OidcException.unproven();
    }
}
