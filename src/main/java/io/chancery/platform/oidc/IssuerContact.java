package io.chancery.platform.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What an issuer announces of itself (OpenID Connect Discovery 1.0). It is asked when somebody wants to sign in, not before. */
final class IssuerContact {

    private static final Logger LOG = Logger.getLogger(IssuerContact.class);
    /** Not for long: people are better told here that it is away than led to where nobody answers. */
    private static final Duration KNOWN_FOR = Duration.ofSeconds(30);

    /** So that those who wait do not ask it one after the other. */
    private static final Duration SILENT_FOR = Duration.ofSeconds(5);

    private static final int LARGEST_KEY_SET = 1 << 20;

    /** With a key that only the issuer has: neither {@code none} nor HMAC, whose key is the client's secret. */
    private static final Set<JWSAlgorithm> PROOFS = Stream.concat(
                    JWSAlgorithm.Family.RSA.stream(),
                    Stream.of(JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.ES512))
            .collect(Collectors.toUnmodifiableSet());

    private final URI issuer;
    private final int timeout;
    private final Clock clock;
    private @Nullable Announced known;
    private Instant askAgain = Instant.MIN;

    IssuerContact(URI issuer, Duration timeout, Clock clock) {
        this.issuer = issuer;
        this.timeout = Math.toIntExact(timeout.toMillis());
        this.clock = clock;
    }

    /** @param keys with which its ID tokens are signed; asked for anew when one is not among them */
    record Announced(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys, Instant until) {

        URI authorization() {
            return metadata.getAuthorizationEndpointURI();
        }

        URI token() {
            return metadata.getTokenEndpointURI();
        }

        /** Where people sign out there, if they can. */
        Optional<URI> endSession() {
            return Optional.ofNullable(metadata.getEndSessionEndpointURI());
        }

        /** How its ID tokens may be signed. */
        Set<JWSAlgorithm> algorithms() {
            var announced = Optional.ofNullable(metadata.getIDTokenJWSAlgs()).orElse(List.of());
            var usable = announced.stream().filter(PROOFS::contains).collect(Collectors.toUnmodifiableSet());
            return usable.isEmpty() ? Set.of(JWSAlgorithm.RS256) : usable;
        }
    }

    /** @throws OidcException if it does not answer */
    synchronized Announced announced() {
        var now = clock.instant();
        if ((known == null || now.isAfter(known.until())) && !now.isBefore(askAgain)) {
            ask(now);
        }
        if (known == null) {
            throw OidcException.unreachable();
        }
        return known;
    }

    private void ask(Instant now) {
        known = null;
        try {
            var metadata = OIDCProviderMetadata.resolve(new Issuer(issuer), timeout, timeout);
            if (metadata.getAuthorizationEndpointURI() == null || metadata.getTokenEndpointURI() == null) {
                throw new IOException("It announces no code flow");
            }
            known = new Announced(metadata, keys(metadata), now.plus(KNOWN_FOR));
        } catch (GeneralException | IOException e) {
            askAgain = clock.instant().plus(SILENT_FOR);
            LOG.warnf("Nobody can sign in with %s: %s", issuer, e.getMessage());
        }
    }

    private JWKSource<SecurityContext> keys(OIDCProviderMetadata metadata) throws IOException {
        var retriever = new DefaultResourceRetriever(timeout, timeout, LARGEST_KEY_SET);
        return JWKSourceBuilder.create(metadata.getJWKSetURI().toURL(), retriever)
                .refreshAheadCache(false)
                .rateLimited(false)
                .build();
    }
}
