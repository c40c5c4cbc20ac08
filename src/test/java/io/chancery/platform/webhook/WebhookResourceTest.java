package io.chancery.platform.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.security.ApiClients;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Webhooks as their owners make them, try them out and look after them. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class WebhookResourceTest {

    private static final String PATH = "/api/v1/webhooks";

    @Inject
    ApiClients clients;

    private final Receiver receiver = new Receiver();
    private String key = "";

    @BeforeEach
    void aSystem() {
        key = newKey("system");
    }

    @AfterEach
    void closeReceiver() {
        receiver.close();
    }

    private String newKey(String role) {
        return clients.createIfMissing(UUID.randomUUID().toString(), Set.of(role))
                .orElseThrow();
    }

    private static RequestSpecification with(String key) {
        return given().header("Authorization", "Bearer " + key).contentType(ContentType.JSON);
    }

    private RequestSpecification system() {
        return with(key);
    }

    private Map<String, Object> order() {
        return Map.of("url", receiver.url(), "events", List.of("message.status"));
    }

    private JsonPath made() {
        return system().body(order())
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private void test(String id) {
        system().post(PATH + "/" + id + "/test").then().statusCode(202);
    }

    private JsonPath log(String id) {
        return system().get(PATH + "/" + id + "/deliveries")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private Receiver.Told told(int index) {
        await().until(() -> receiver.told().size() > index);
        return receiver.told().get(index);
    }

    private void awaitStatus(String id, String status) {
        await().until(() -> status.equals(log(id).getString("items[0].status")));
    }

    @Test
    void a_secret_is_shown_once() {
        var made = made();
        var id = made.getString("id");

        assertThat(made.getString("secret")).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(made.getString("messages")).isEqualTo("own");
        system().get(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("url", equalTo(receiver.url()))
                .body("events", contains("message.status"))
                .body("enabled", equalTo(true))
                .body("secret", nullValue());
        system().get(PATH).then().body("items.id", contains(id)).body(not(containsString("whsec_")));
    }

    @Test
    void a_test_is_told_and_shows_in_the_log() {
        var made = made();

        test(made.getString("id"));

        var told = told(0);
        assertThat(told.json().getString("type")).isEqualTo("webhook.test");
        assertThat(told.json().getString("timestamp")).isNotEmpty();
        assertThat(told.isSignedWith(made.getString("secret"))).isTrue();
        awaitStatus(made.getString("id"), "delivered");
        var log = log(made.getString("id"));
        assertThat(log.getString("items[0].id")).isEqualTo(told.id());
        assertThat(log.getInt("items[0].attempts")).isEqualTo(1);
        assertThat(log.getInt("items[0].lastStatus")).isEqualTo(204);
        assertThat(log.getString("items[0].nextAttemptAt")).isNull();
        given().header("Authorization", "Bearer " + newKey("admin"))
                .get("/api/v1/changes?limit=1000")
                .then()
                .body("items.topic", not(hasItem("webhook.test")));
    }

    @Test
    void both_secrets_sign_while_one_takes_the_place_of_the_other() {
        var made = made();
        var id = made.getString("id");

        var rotated = system().post(PATH + "/" + id + "/rotate").then().statusCode(200);
        test(id);

        var secret = rotated.body("oldSecretUntil", notNullValue()).extract().<String>path("secret");
        assertThat(secret).isNotEqualTo(made.getString("secret"));
        assertThat(told(0).isSignedWith(secret)).isTrue();
        assertThat(told(0).isSignedWith(made.getString("secret"))).isTrue();

        var third = system().post(PATH + "/" + id + "/rotate")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("secret");
        test(id);
        assertThat(told(1).isSignedWith(third)).isTrue();
        assertThat(told(1).isSignedWith(secret)).isTrue();
        assertThat(told(1).isSignedWith(made.getString("secret"))).isFalse();
    }

    @Test
    void what_is_given_up_can_be_replayed_under_the_same_id() {
        var id = made().getString("id");
        receiver.answer(500);
        test(id);
        awaitStatus(id, "failed");
        assertThat(receiver.told()).hasSize(4);
        assertThat(log(id).getString("items[0].lastFailure")).isEqualTo("The receiver answered 500");

        receiver.answer(200);
        var event = log(id).getString("items[0].id");
        system().post(PATH + "/" + id + "/deliveries/" + event + "/replay")
                .then()
                .statusCode(202);

        awaitStatus(id, "delivered");
        assertThat(told(4).id()).isEqualTo(event);
        system().post(PATH + "/" + id + "/deliveries/" + UUID.randomUUID() + "/replay")
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown-webhook-delivery"));
    }

    @Test
    void a_receiver_that_is_gone_is_disabled_and_may_be_enabled_again() {
        var id = made().getString("id");
        receiver.answer(410);
        test(id);

        await().until(() -> !system().get(PATH + "/" + id).jsonPath().getBoolean("enabled"));
        system().get(PATH + "/" + id).then().body("disabledReason", equalTo(Outcomes.GONE));
        for (var call : List.of("/test", "/replay", "/deliveries/" + UUID.randomUUID() + "/replay")) {
            system().body(Map.of("from", "2026-01-01T00:00:00Z"))
                    .post(PATH + "/" + id + call)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("webhook-disabled"));
        }
        receiver.answer(204);
        system().body(Map.of("enabled", true))
                .patch(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("enabled", equalTo(true))
                .body("disabledReason", nullValue())
                .body("failingSince", nullValue());

        awaitStatus(id, "delivered");
    }

    @Test
    void the_log_comes_in_pages() {
        var id = made().getString("id");
        for (int i = 0; i < 3; i++) {
            test(id);
        }
        await().until(() -> receiver.told().size() == 3);

        var first = system().get(PATH + "/" + id + "/deliveries?limit=2").jsonPath();
        var second = system().get(PATH + "/" + id + "/deliveries?limit=2&after=" + first.getString("next"))
                .jsonPath();

        assertThat(first.getList("items")).hasSize(2);
        assertThat(second.getList("items")).hasSize(1);
        assertThat(second.getString("next")).isNull();
        for (var query : List.of("limit=0", "after=x", "status=lost")) {
            system().get(PATH + "/" + id + "/deliveries?" + query)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("invalid-query"));
        }
    }

    @Test
    void nobody_sees_the_webhooks_of_another_system_but_operators() {
        var id = made().getString("id");
        var stranger = newKey("system");
        var path = PATH + "/" + id;

        with(stranger).get(path).then().statusCode(404);
        with(stranger).get(path + "/deliveries").then().statusCode(404);
        with(stranger).body(Map.of("enabled", false)).patch(path).then().statusCode(404);
        with(stranger).post(path + "/rotate").then().statusCode(404);
        with(stranger).post(path + "/test").then().statusCode(404);
        with(stranger).delete(path).then().statusCode(404);
        with(stranger).get(PATH).then().body("items", hasSize(0));
        with(newKey("operator")).get(PATH).then().body("items.id", hasItems(id));
        with(newKey("agent")).get(PATH).then().statusCode(403);
        system().delete(path).then().statusCode(204);
        system().get(path).then().statusCode(404).body("code", equalTo("unknown-webhook"));
    }

    @Test
    void a_repeated_request_makes_no_second_webhook() {
        var first = system().header("Idempotency-Key", "one").body(order()).post(PATH);
        var second = system().header("Idempotency-Key", "one").body(order()).post(PATH);

        assertThat(second.jsonPath().getString("id")).isEqualTo(first.jsonPath().getString("id"));
        assertThat(second.header("Idempotency-Replay")).isEqualTo("true");
        system().get(PATH).then().body("items", hasSize(1));
    }

    @Test
    void a_client_whose_key_is_revoked_is_told_nothing_more() {
        var made = made();

        with(newKey("admin"))
                .post("/api/v1/api-clients/" + made.getString("client") + "/revoke")
                .then()
                .statusCode(204);

        with(newKey("operator"))
                .get(PATH + "/" + made.getString("id"))
                .then()
                .body("enabled", equalTo(false))
                .body("disabledReason", containsString("revoked"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|/url /events",
                "[]|/ /url /events",
                "{'url': 'http://127.0.0.1/', 'events': ['message.status']}|/url",
                "{'url': 'https://10.0.0.1/', 'events': ['message.status']}|/url",
                "{'url': 'https://[::ffff:169.254.169.254]/', 'events': ['message.status']}|/url",
                "{'url': 'http://localhost/', 'events': ['message.status', 'webhook.test']}|/events/1",
                "{'url': 'http://localhost/', 'events': []}|/events",
                "{'url': 'http://localhost/', 'events': 'message.status'}|/events",
                "{'url': 7, 'events': ['message.status'], 'secret': 'x'}|/secret /url",
            })
    void a_webhook_that_cannot_be_used_is_refused_with_every_fault(String body, String pointers) {
        var expected =
                List.of(pointers.equals("/ /url /events") ? new String[] {"", "/url", "/events"} : pointers.split(" "));

        var found = system().body(body.replace('\'', '"'))
                .post(PATH)
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid-webhook"))
                .extract()
                .jsonPath()
                .getList("errors.pointer", String.class);

        assertThat(found.stream().distinct()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void a_period_that_is_none_is_refused() {
        var path = PATH + "/" + made().getString("id") + "/replay";

        system().body("{}").post(path).then().statusCode(422).body("errors.pointer", contains("/from"));
        system().body(Map.of("from", "2026-01-02T00:00:00Z", "until", "2026-01-01T00:00:00Z", "more", 1))
                .post(path)
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid-replay"))
                .body("errors.pointer", contains("/more", "/until"));
    }
}
