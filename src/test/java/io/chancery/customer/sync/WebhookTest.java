package io.chancery.customer.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.webhook.Receiver;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks of sources: how they are set up, and what happens when they do not take what they are told. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class WebhookTest extends SyncSteps {

    private String path() {
        return "/api/v1/sources/" + wisher + "/webhook";
    }

    private void awaitDead() {
        await().until(() -> "dead".equals(backlog(wisher).extract().path("items[0].status")));
    }

    @Test
    void a_receiver_that_fails_is_told_again_until_it_takes_it() {
        var secret = webhook(wisher, receiver.url());
        receiver.answer(500);
        set(knownToBoth(), "email", "by.hand@example.org");
        told(1);
        backlog(wisher).body("items", hasSize(1)).body("items[0].lastFailure", containsString("500"));

        receiver.answer(200);

        awaitNothingWaits(wisher);
        assertThat(receiver.told().stream().map(Receiver.Told::id))
                .hasSizeGreaterThan(2)
                .allMatch(receiver.told().get(0).id()::equals);
        assertThat(receiver.told()).allMatch(one -> one.isSignedWith(secret));
    }

    @Test
    void a_receiver_that_keeps_failing_is_given_up_with_a_reason_and_may_be_tried_again() {
        webhook(wisher, receiver.url());
        receiver.answer(503);
        set(knownToBoth(), "email", "by.hand@example.org");
        awaitDead();
        as("steward")
                .get("/api/v1/sources/" + wisher + "/sync?status=dead")
                .then()
                .body("items", hasSize(1))
                .body("items[0].record", equalTo("B0"))
                .body("items[0].attempts", equalTo(4))
                .body("items[0].lastFailure", equalTo("The receiver answered 503"));
        assertThat(receiver.told()).hasSize(4);

        receiver.answer(204);
        as("steward").post("/api/v1/sources/" + wisher + "/sync/retry").then().statusCode(403);
        as("operator")
                .post("/api/v1/sources/" + wisher + "/sync/retry")
                .then()
                .statusCode(200)
                .body("revived", equalTo(1));

        awaitNothingWaits(wisher);
        assertThat(told(4).getString("data.values.email.to")).isEqualTo("by.hand@example.org");
        as("operator")
                .post("/api/v1/sources/" + wisher + "/sync/retry")
                .then()
                .statusCode(200)
                .body("revived", equalTo(0));
    }

    @Test
    void a_refusal_that_will_not_change_is_given_up_at_once() {
        webhook(wisher, receiver.url());
        receiver.answer(410);
        set(knownToBoth(), "email", "by.hand@example.org");

        awaitDead();

        backlog(wisher)
                .body("items[0].attempts", equalTo(1))
                .body("items[0].lastFailure", equalTo("The receiver answered 410"));
        assertThat(receiver.told()).hasSize(1);
    }

    @Test
    void a_redirect_is_not_followed() {
        webhook(wisher, receiver.url());
        receiver.answer(307);
        set(knownToBoth(), "email", "by.hand@example.org");

        awaitDead();

        assertThat(receiver.told()).hasSize(1);
    }

    @Test
    void a_receiver_that_is_not_there_is_given_up_in_words() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        webhook(wisher, "http://localhost:" + free);
        set(knownToBoth(), "email", "by.hand@example.org");

        awaitDead();

        backlog(wisher).body("items[0].lastFailure", equalTo("The receiver could not be reached"));
    }

    @Test
    void what_was_given_up_is_told_with_the_next_change() {
        webhook(wisher, receiver.url());
        receiver.answer(410);
        var ucid = knownToBoth();
        set(ucid, "email", "by.hand@example.org");
        awaitDead();
        receiver.answer(204);

        set(ucid, "email", "later@example.org");

        awaitNothingWaits(wisher);
        assertThat(told(1).getString("data.values.email.to")).isEqualTo("later@example.org");
        assertThat(receiver.told().get(1).id())
                .isNotEqualTo(receiver.told().get(0).id());
    }

    @Test
    void a_secret_is_shown_once_and_never_again() {
        var secret = webhook(wisher, receiver.url());
        set(knownToBoth(), "email", "by.hand@example.org");
        told(0);

        assertThat(secret).matches("whsec_[A-Za-z0-9+/]{43}=");
        as("operator")
                .get(path())
                .then()
                .statusCode(200)
                .body("url", equalTo(receiver.url()))
                .body("secret", nullValue());
        for (var place : new String[] {path(), "/api/v1/sources/" + wisher, "/api/v1/sources/" + wisher + "/sync"}) {
            as("operator")
                    .get(place)
                    .then()
                    .statusCode(200)
                    .body(not(containsString(secret)))
                    .body(not(containsString("whsec_")));
        }
        assertThat(receiver.told().get(0).body()).doesNotContain(secret);
        assertThat(webhook(wisher, receiver.url())).isNotEqualTo(secret).startsWith("whsec_");
    }

    @Test
    void a_webhook_that_is_removed_takes_what_waits_with_it() {
        webhook(wisher, receiver.url());
        receiver.answer(410);
        set(knownToBoth(), "email", "by.hand@example.org");
        awaitDead();

        as("admin").delete(path()).then().statusCode(204);

        backlog(wisher).body("items", empty());
        as("operator").get(path()).then().statusCode(404).body("code", equalTo("unknown-webhook"));
        as("admin").delete(path()).then().statusCode(404).body("code", equalTo("unknown-webhook"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no url",
                "ftp://example.org/hook",
                "http://example.org/hook",
                "http://192.168.0.1/hook",
                "http://localhost.example.org/hook",
                "https:///hook",
                "https://user:word@example.org/hook",
                "https://example.org:99999/hook",
                "https://example.org/hook#part",
                "HTTP://localhost@example.org/"
            })
    void a_url_that_cannot_be_told_safely_is_refused_with_its_pointer(String url) {
        as("admin")
                .body(Map.of("url", url))
                .put(path())
                .then()
                .statusCode(422)
                .contentType(startsWith("application/problem+json"))
                .body("code", equalTo("invalid-webhook"))
                .body("errors.pointer", contains("/url"));
        as("admin").get(path()).then().statusCode(404);
    }

    @Test
    void a_url_without_end_is_refused() {
        as("admin")
                .body(Map.of("url", "https://example.org/" + "a".repeat(2000)))
                .put(path())
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/url"));
    }

    @Test
    void only_administrators_say_where_sources_are_told() {
        for (var role : new String[] {"system", "steward", "operator", "agent", "compliance"}) {
            as(role).body(Map.of("url", receiver.url())).put(path()).then().statusCode(403);
            as(role).delete(path()).then().statusCode(403);
        }
        as("steward").get(path()).then().statusCode(403);
        as("admin")
                .body(Map.of("url", receiver.url()))
                .put("/api/v1/sources/nobody/webhook")
                .then()
                .statusCode(404);
    }

    @Test
    void a_status_that_nothing_has_is_refused() {
        as("operator")
                .get("/api/v1/sources/" + wisher + "/sync?status=lost")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-query"))
                .body("errors.pointer", contains("/status"));
    }
}
