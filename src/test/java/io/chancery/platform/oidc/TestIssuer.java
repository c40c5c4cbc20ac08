package io.chancery.platform.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import net.minidev.json.JSONObject;

/** An OpenID provider that keeps the rules: discovery, code flow with PKCE, codes that work once, keys, sign-out. */
final class TestIssuer implements AutoCloseable {

    static final String CLIENT = "chancery";
    static final String SECRET = "a secret of the test, long enough for HMAC";

    private static final RSAKey KEY = key();
    private static final int OK = 200;
    private static final int FOUND = 302;
    private static final int BAD = 400;

    private final HttpServer server;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private Consumer<JWTClaimsSet.Builder> claims = said -> {};
    private Function<JWTClaimsSet, JWT> signature = said -> signed(said, KEY);
    private boolean denying;

    private TestIssuer(HttpServer server) {
        this.server = server;
    }

    static TestIssuer open() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var issuer = new TestIssuer(server);
            server.createContext("/.well-known/openid-configuration", issuer::discover);
            server.createContext("/authorize", issuer::authorize);
            server.createContext("/token", issuer::token);
            server.createContext("/keys", exchange -> answer(exchange, OK, new JWKSet(KEY).toString(true)));
            server.start();
            return issuer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("one").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static JWT signed(JWTClaimsSet said, RSAKey key) {
        try {
            return signed(said, JWSAlgorithm.RS256, new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static JWT signed(JWTClaimsSet said, JWSAlgorithm algorithm, JWSSigner signer) {
        try {
            var token =
                    new SignedJWT(new JWSHeader.Builder(algorithm).keyID("one").build(), said);
            token.sign(signer);
            return token;
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** What its next tokens say otherwise. */
    TestIssuer saying(Consumer<JWTClaimsSet.Builder> otherwise) {
        claims = otherwise;
        return this;
    }

    /** Of somebody with these roles. */
    TestIssuer vouchingFor(String name, String... roles) {
        return saying(said -> said.subject("id of " + name)
                .claim("preferred_username", name)
                .claim("realm_access", Map.of("roles", List.of(roles))));
    }

    TestIssuer signing(Function<JWTClaimsSet, JWT> otherwise) {
        signature = otherwise;
        return this;
    }

    TestIssuer denying() {
        denying = true;
        return this;
    }

    private void discover(HttpExchange exchange) throws IOException {
        var says = new JSONObject();
        says.put("issuer", address().toString());
        says.put("authorization_endpoint", address() + "/authorize");
        says.put("token_endpoint", address() + "/token");
        says.put("jwks_uri", address() + "/keys");
        says.put("end_session_endpoint", address() + "/goodbye");
        says.put("response_types_supported", List.of("code"));
        says.put("subject_types_supported", List.of("public"));
        says.put("id_token_signing_alg_values_supported", List.of("RS256", "HS256", "none"));
        says.put("authorization_response_iss_parameter_supported", true);
        answer(exchange, OK, says.toJSONString());
    }

    private void authorize(HttpExchange exchange) throws IOException {
        var asked = flat(exchange.getRequestURI().getRawQuery());
        boolean fine = CLIENT.equals(asked.get("client_id"))
                && "code".equals(asked.get("response_type"))
                && "S256".equals(asked.get("code_challenge_method"))
                && asked.getOrDefault("scope", "").contains("openid");
        if (!fine) {
            answer(exchange, BAD, "{}");
            return;
        }
        var code = UUID.randomUUID().toString();
        codes.put(code, asked);
        var result = denying ? "error=access_denied" : "code=" + code;
        var back = asked.get("redirect_uri") + "?" + result + "&state=" + asked.get("state") + "&iss=" + address();
        exchange.getResponseHeaders().add("Location", back);
        answer(exchange, FOUND, "");
    }

    private void token(HttpExchange exchange) throws IOException {
        var asked = flat(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (!basic().equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, BAD, "{\"error\": \"invalid_client\"}");
            return;
        }
        var given = codes.remove(asked.getOrDefault("code", ""));
        if (given == null || !fits(asked, given)) {
            answer(exchange, BAD, "{\"error\": \"invalid_grant\"}");
            return;
        }
        var tokens = new JSONObject();
        tokens.put("access_token", "access-token-of-the-test");
        tokens.put("token_type", "Bearer");
        tokens.put("id_token", signature.apply(said(given)).serialize());
        answer(exchange, OK, tokens.toJSONString());
    }

    private static String basic() {
        var pair = CLIENT + ":"
                + URLUtils.serializeParameters(Map.of("x", List.of(SECRET))).substring(2);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean fits(Map<String, String> asked, Map<String, String> given) {
        var verifier = new CodeVerifier(asked.getOrDefault("code_verifier", ""));
        var challenge =
                CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue();
        return "authorization_code".equals(asked.get("grant_type"))
                && challenge.equals(given.get("code_challenge"))
                && String.valueOf(given.get("redirect_uri")).equals(asked.get("redirect_uri"));
    }

    private JWTClaimsSet said(Map<String, String> asked) {
        var now = Instant.now();
        var said = new JWTClaimsSet.Builder()
                .issuer(address().toString())
                .subject("somebody")
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .claim("nonce", asked.get("nonce"))
                .claim("name", "Erna Muster")
                .claim("email", "erna.muster@example.org");
        claims.accept(said);
        return said.build();
    }

    private static Map<String, String> flat(String query) {
        var several = URLUtils.parseParameters(query);
        var single = new ConcurrentHashMap<String, String>();
        several.forEach((name, values) -> single.put(name, values.get(0)));
        return single;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
