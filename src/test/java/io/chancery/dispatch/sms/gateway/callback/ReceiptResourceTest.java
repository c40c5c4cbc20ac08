package io.chancery.dispatch.sms.gateway.callback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

import io.chancery.dispatch.sms.smsc.MagicNumber;
import io.chancery.message.Caller;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.Sql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Receipts as a gateway brings them, without a key of ours. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class ReceiptResourceTest {

    private static final String SECRET = "the secret of test-gateway";
    private static final String PATH = "/api/v1/receipts/sms/test-gateway";

    @Inject
    Caller caller;

    @Inject
    Callbacks callbacks;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    private final String reference = "m-" + UUID.randomUUID();
    private final String delivered = "{\"id\": \"%s\", \"status\": \"delivered\"}".formatted(reference);

    @Test
    void what_a_gateway_signs_settles_the_delivery_however_often_it_says_so() {
        caller.haveCustomer("Gitta", Map.of("last_name", "Gateway-Gitta", "mobile", MagicNumber.SILENT.number()));
        var id = caller.accepted("""
                {"template": "meter-reading", "customer": {"source": "crm", "record": "Gitta"}, "channels": ["sms"],
                 "data": {"until": "2030-12-18", "code": "LW-7K4M-29", "meters": [
                   {"number": "1ESY7564060112", "kind": "electricity", "unit": "kWh", "last": "48211",
                    "lastOn": "2025-12-03"}]}}
                """);
        await().until(() -> caller.events(id, "sms").contains("sent"));
        var text = caller.read(id).getString("deliveries[0].id");
        var given = givenTo(text);
        var body = "[{\"id\": \"%s\", \"status\": \"delivered\"}]".formatted(given);
        handedOverByTheGateway(text);

        post(PATH, body, SECRET).statusCode(204).body(emptyString());
        post(PATH, body, SECRET).statusCode(204);

        await().until(() -> kept(given).isEmpty());
        assertThat(caller.events(id, "sms"))
                .containsExactly("accepted", "rendered", "queued", "attempted", "sent", "delivered");
    }

    /** It was handed over by SMPP, and a receipt counts only for the provider that it comes from. */
    private void handedOverByTheGateway(String deliveryId) {
        sql.run("update attempt set provider = 'test-gateway' where delivery_id = ?::uuid", statement -> {
            statement.setString(1, deliveryId);
            return statement.executeUpdate();
        });
    }

    private String givenTo(String deliveryId) {
        var question = "select reference from attempt_reference where delivery_id = ?::uuid";
        return sql.run(question, statement -> {
                    statement.setString(1, deliveryId);
                    return Sql.rows(statement, row -> row.getString(1));
                })
                .get(0);
    }

    @Test
    void a_receipt_that_comes_before_its_attempt_is_kept() {
        post(PATH, delivered, SECRET).statusCode(204);

        assertThat(kept(reference)).containsExactly("delivered");
    }

    @Test
    void what_settles_nothing_is_confirmed_and_forgotten() {
        post(PATH, delivered.replace("delivered", "buffered"), SECRET).statusCode(204);

        assertThat(kept(reference)).isEmpty();
    }

    @Test
    void what_cannot_be_stored_is_asked_for_again() {
        var broken = new ReceiptResource(callbacks, (about, arrived, code, at) -> {
            throw new IllegalStateException("database down");
        });
        long time = clock.instant().getEpochSecond();
        var signed = Map.of(
                "webhook-id", "msg_1",
                "webhook-timestamp", String.valueOf(time),
                "webhook-signature", Signing.standard(SECRET, "msg_1", time, delivered));
        var headers = (HttpHeaders) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpHeaders.class},
                (proxy, method, arguments) -> signed.get(arguments[0]));
        var content = new ByteArrayInputStream(delivered.getBytes(StandardCharsets.UTF_8));

        try (var answer = broken.take("test-gateway", headers, content)) {
            assertThat(answer.getStatus()).isEqualTo(503);
            assertThat(answer.getHeaderString("Retry-After")).isEqualTo("30");
        }
    }

    @Test
    void what_another_signs_is_refused_and_not_kept() {
        post(PATH, delivered, "another secret")
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-signature"));

        assertThat(kept(reference)).isEmpty();
    }

    @Test
    void what_was_signed_long_ago_is_refused_and_not_kept() {
        long time = clock.instant().getEpochSecond() - 3_600;

        post(PATH, delivered, time, Signing.standard(SECRET, "msg_1", time, delivered))
                .statusCode(401);

        assertThat(kept(reference)).isEmpty();
    }

    @Test
    void what_is_not_signed_is_refused() {
        given().body(delivered).post(PATH).then().statusCode(401).body("code", equalTo("invalid-signature"));
        given().post(PATH).then().statusCode(401);
        given().header("Authorization", "Bearer nonsense")
                .body(delivered)
                .post(PATH)
                .then()
                .statusCode(401);
    }

    @Test
    void a_gateway_nobody_knows_is_none() {
        post("/api/v1/receipts/sms/other", delivered, SECRET).statusCode(404).body("code", equalTo("unknown-gateway"));
    }

    @Test
    void nobody_makes_us_read_more_than_a_gateway_needs() {
        post(PATH, " ".repeat(256 * 1024) + delivered, SECRET).statusCode(413).body("code", equalTo("too-large"));
        post(PATH, " ".repeat(256 * 1024 - delivered.length()) + delivered, SECRET)
                .statusCode(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "id=m-7&status=delivered", "{\"id\": 1, \"id\": 2}"})
    void what_is_not_json_is_refused(String body) {
        post(PATH, body, SECRET).statusCode(400).body("code", equalTo("malformed-json"));
    }

    private ValidatableResponse post(String path, String body, String secret) {
        long time = clock.instant().getEpochSecond();
        return post(path, body, time, Signing.standard(secret, "msg_1", time, body));
    }

    private static ValidatableResponse post(String path, String body, long time, String signature) {
        // Some gateways also send a password, which is none of ours.
        return given().header("Authorization", "Basic Z2F0ZXdheTpwYXNzd29yZA==")
                .header("webhook-id", "msg_1")
                .header("webhook-timestamp", time)
                .header("webhook-signature", signature)
                .contentType("application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(path)
                .then();
    }

    /** The codes of the receipts that wait for their attempt. */
    private List<String> kept(String about) {
        return sql.run("select code from receipt where reference = ?", statement -> {
            statement.setString(1, about);
            return Sql.rows(statement, row -> row.getString(1));
        });
    }
}
