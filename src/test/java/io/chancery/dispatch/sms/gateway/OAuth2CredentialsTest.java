package io.chancery.dispatch.sms.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.dispatch.DeliveryOutcome;
import io.chancery.dispatch.DeliveryOutcome.Accepted;
import io.chancery.dispatch.DeliveryOutcome.Temporary;
import io.chancery.dispatch.Handover;
import io.chancery.dispatch.sms.gateway.ScriptedGateway.Reply;
import io.chancery.dispatch.sms.gateway.ScriptedGateway.Request;
import io.chancery.platform.MutableClock;
import io.chancery.vocabulary.Rendition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OAuth2CredentialsTest {

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-02T08:00:00Z"));
    private final AtomicInteger tokens = new AtomicInteger();
    private final Set<String> valid = ConcurrentHashMap.newKeySet();
    private final ScriptedGateway server = new ScriptedGateway(this::answer);
    private final Map<String, String> settings = new HashMap<>(Map.of(
            "url", server.address("/messages"),
            "auth", "oauth2",
            "oauth2.token-url", server.address("/token"),
            "oauth2.client-id", "chan:cery",
            "oauth2.client-secret", "s3cret&"));
    private Reply tokenReply = Reply.of(0, "");
    private @Nullable HttpGateway gateway;

    OAuth2CredentialsTest() throws IOException {}

    @AfterEach
    void close() {
        server.close();
    }

    private Reply answer(Request request) {
        if (!request.path().equals("/token")) {
            return Reply.of(valid.contains(request.header("Authorization")) ? 200 : 401, "");
        }
        if (tokenReply.status() != 0) {
            return tokenReply;
        }
        var token = "t-" + tokens.incrementAndGet();
        valid.add("Bearer " + token);
        return Reply.of(200, "{\"access_token\": \"" + token + "\", \"token_type\": \"Bearer\", \"expires_in\": 600}");
    }

    @Test
    void a_token_is_fetched_once_and_used_until_shortly_before_it_ends() {
        assertThat(send()).isInstanceOf(Accepted.class);
        clock.pass(Duration.ofSeconds(539));
        assertThat(send()).isInstanceOf(Accepted.class);
        assertThat(tokens).hasValue(1);

        clock.pass(Duration.ofSeconds(2));

        assertThat(send()).isInstanceOf(Accepted.class);
        assertThat(tokens).hasValue(2);
        assertThat(authorizations()).containsExactly("Bearer t-1", "Bearer t-1", "Bearer t-2");
    }

    @Test
    void the_token_server_knows_us_by_id_and_secret() {
        settings.put("oauth2.scope", "sms send");

        send();

        var request = server.requests.get(0);
        assertThat(request.body()).isEqualTo("grant_type=client_credentials&scope=sms+send");
        // RFC 6749 §2.3.1: encoded as in a form before they become basic authentication.
        assertThat(request.header("Authorization")).isEqualTo(Credentials.basic("chan%3Acery", "s3cret%26"));
        assertThat(request.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
    }

    @Test
    void some_token_servers_want_the_secret_in_the_body() {
        settings.put("oauth2.secret-in-body", "true");

        assertThat(send()).isInstanceOf(Accepted.class);

        assertThat(server.requests.get(0).header("Authorization")).isNull();
        assertThat(server.requests.get(0).body())
                .isEqualTo("grant_type=client_credentials&client_id=chan%3Acery&client_secret=s3cret%26");
    }

    @Test
    void a_token_that_was_withdrawn_is_replaced_and_the_text_goes_out() {
        send();
        valid.clear();

        assertThat(send()).isInstanceOf(Accepted.class);

        assertThat(authorizations()).containsExactly("Bearer t-1", "Bearer t-1", "Bearer t-2");
    }

    @Test
    void a_gateway_that_refuses_every_token_is_asked_twice_and_no_more() {
        send();
        server.script(request -> request.path().equals("/token") ? answer(request) : Reply.of(401, ""));

        assertThat(send())
                .isInstanceOfSatisfying(
                        Temporary.class, outcome -> assertThat(outcome.code()).isEqualTo("authentication"));

        assertThat(authorizations()).hasSize(3);
        assertThat(tokens).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "{\"error\": \"invalid_client\"}",
                "{\"access_token\": \"a\\r\\nX-Evil: 1\"}",
                "{\"access_token\": {}}",
                "{\"access_token\": \"\"}"
            })
    void without_a_token_nothing_is_sent(String body) {
        tokenReply = Reply.of(200, body);

        assertThat(send()).isEqualTo(new Temporary("authentication", "The token server gave no token."));

        assertThat(server.texts()).isEmpty();
    }

    @Test
    void a_token_server_that_fails_is_spared_for_a_second() {
        tokenReply = Reply.of(500, "{\"access_token\": \"t-0\"}");
        assertThat(send()).isInstanceOf(Temporary.class);
        assertThat(send()).isInstanceOf(Temporary.class);
        assertThat(server.requests).hasSize(1);

        tokenReply = Reply.of(0, "");
        clock.pass(Duration.ofSeconds(1));

        assertThat(send()).isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "\"soon\"", "0", "99999999999999999999", "null", "{}"})
    void a_token_with_a_strange_life_is_used_all_the_same(String life) {
        valid.add("Bearer t");
        tokenReply = Reply.of(200, "{\"access_token\": \"t\", \"expires_in\": " + life + "}");

        assertThat(send()).isInstanceOf(Accepted.class);
    }

    private List<String> authorizations() {
        return server.texts().stream().map(text -> text.header("Authorization")).toList();
    }

    private DeliveryOutcome send() {
        if (gateway == null) {
            gateway = new HttpGateway("test", GatewaySettings.with(settings), null, clock);
        }
        var rendition = new Rendition.Text(
                "Guten Tag".getBytes(StandardCharsets.UTF_8), Map.of("from", "Lindenwerk", "to", "+491713920000"));
        return gateway.send(new Handover(UUID.randomUUID(), 1, false, rendition, () -> {}));
    }
}
