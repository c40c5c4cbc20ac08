package io.chancery.customer.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;

import io.chancery.platform.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What sources are told of golden values that differ from their own, and what not. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class BackSyncTest extends SyncSteps {

    private static Object value(Map<String, Object> payload, String attribute, String side) {
        return ((Map<?, ?>) ((Map<?, ?>) payload.get("values")).get(attribute)).get(side);
    }

    private void moves(String street) {
        put(
                teller,
                "A0",
                second(0)
                        .json()
                        .replace("\"B0\"", "\"A0\"")
                        .replaceAll("\"street\": \"[^\"]*\"", "\"street\": \"" + street + "\""));
    }

    @Test
    void a_value_set_by_hand_comes_in_the_feed_and_signed_to_the_webhook() {
        var secret = webhook(wisher, receiver.url());
        var ucid = knownToBoth();

        set(ucid, "email", "by.hand@example.org");

        var fed = awaitFeed(wisher, "B0", 1);
        assertThat(fed).hasSize(1);
        assertThat(fed.get(0))
                .containsEntry("source", wisher)
                .containsEntry("record", "B0")
                .containsEntry("ucid", ucid);
        assertThat(value(fed.get(0), "email", "to")).isEqualTo("by.hand@example.org");
        assertThat(value(fed.get(0), "email", "from"))
                .asString()
                .endsWith("@example.org")
                .isNotEqualTo("by.hand@example.org");
        var told = told(0);
        assertThat(told.getString("type")).isEqualTo("source.update");
        assertThat(told.getMap("data.values").keySet()).containsExactly("email");
        assertThat(told.getString("data.values.email.to")).isEqualTo("by.hand@example.org");
        assertThat(told.getLong("data.version")).isEqualTo(version(ucid));
        assertThat(told.getInt("data.expected.version")).isEqualTo(1);
        assertThat(receiver.told())
                .allMatch(one -> one.isSignedWith(secret))
                .noneMatch(one -> one.isSignedWith(other(secret)));
        awaitNothingWaits(wisher);
        assertThat(receiver.told()).hasSize(1);
    }

    private static String other(String secret) {
        return secret.substring(0, 6) + (secret.charAt(6) == 'A' ? 'B' : 'A') + secret.substring(7);
    }

    @Test
    void what_another_source_says_reaches_a_source_that_wants_it_with_the_whole_address() {
        webhook(wisher, receiver.url());
        knownToBoth();

        moves("Neue Gasse 7");

        assertThat(told(0).getString("data.values.street.to")).isEqualTo("Neue Gasse 7");
        assertThat(awaitFeed(wisher, "B0", 1)).hasSize(1);
        assertThat(feed(teller, "A0")).isEmpty();
    }

    @Test
    void a_source_is_not_told_what_it_said_itself() {
        webhook(wisher, receiver.url());
        knownToBoth();
        source(teller, wanting("street"));
        webhook(teller, receiver.url());

        put(wisher, "B0", second(0).json().replaceAll("\"street\": \"[^\"]*\"", "\"street\": \"Neue Gasse 7\""));

        assertThat(told(0).getString("data.source")).isEqualTo(teller);
        awaitNothingWaits(teller);
        awaitNothingWaits(wisher);
        assertThat(receiver.told()).hasSize(1);
        assertThat(awaitFeed(teller, "A0", 1)).hasSize(1);
        assertThat(feed(wisher, "B0")).isEmpty();
    }

    @Test
    void the_echo_of_a_change_changes_nothing() {
        webhook(wisher, receiver.url());
        var ucid = knownToBoth();
        set(ucid, "email", "by.hand@example.org");
        told(0);
        awaitNothingWaits(wisher);
        var version = version(ucid);

        put(wisher, "B0", second(0).json().replaceAll("\"email\": \"[^\"]*\"", "\"email\": \"By.Hand@example.org\""));

        assertThat(version(ucid)).isEqualTo(version);
        backlog(wisher).body("items", empty());
        set(ucid, "familyName", "Marke");
        assertThat(awaitFeed(wisher, "B0", 1)).hasSize(1);
        assertThat(receiver.told()).hasSize(1);
    }

    @Test
    void a_source_that_wants_nothing_is_told_nothing() {
        webhook(teller, receiver.url());
        var ucid = knownToBoth();

        set(ucid, "email", "by.hand@example.org");

        awaitFeed(wisher, "B0", 1);
        assertThat(feed(teller, "A0")).isEmpty();
        backlog(teller).body("items", empty());
    }

    @Test
    void a_source_without_a_webhook_finds_it_in_the_feed_only() {
        var ucid = knownToBoth();

        set(ucid, "email", "by.hand@example.org");

        assertThat(awaitFeed(wisher, "B0", 1)).hasSize(1);
        backlog(wisher).body("items", empty());
    }

    @Test
    void a_source_hears_which_version_of_its_record_was_compared() {
        var ucid = knownToBoth();
        put(wisher, "B0", second(0).json().replace("Musterstadt", "Neustadt"));

        set(ucid, "email", "by.hand@example.org");

        var fed = awaitFeed(wisher, "B0", 1);
        assertThat(((Map<?, ?>) fed.get(fed.size() - 1).get("expected")).get("version"))
                .isEqualTo(2);
    }

    @Test
    void a_record_that_joins_a_customer_is_told_what_is_known_already() {
        webhook(wisher, receiver.url());
        put(teller, first(0));
        set(ucid(teller, "A0"), "email", "by.hand@example.org");

        put(wisher, second(0));

        assertThat(ucid(wisher, "B0")).isEqualTo(ucid(teller, "A0"));
        assertThat(told(0).getString("data.values.email.to")).isEqualTo("by.hand@example.org");
        assertThat(awaitFeed(wisher, "B0", 1)).hasSize(1);
    }

    @Test
    void a_merged_record_is_told_of_the_survivor_although_nothing_golden_changed() {
        webhook(wisher, receiver.url());
        put(teller, first(0));
        var survivor = ucid(teller, "A0");
        set(survivor, "email", "by.hand@example.org");
        put(wisher, second(1));

        as("steward")
                .body(Map.of("other", ucid(wisher, "B1")))
                .post("/api/v1/customers/" + survivor + "/merge")
                .then()
                .statusCode(200);

        assertThat(ucid(wisher, "B1")).isEqualTo(survivor);
        assertThat(told(0).getString("data.ucid")).isEqualTo(survivor);
        assertThat(told(0).getString("data.values.email.to")).isEqualTo("by.hand@example.org");
    }

    @Test
    void a_preview_tells_what_would_be_told_and_tells_nobody() {
        put(wisher, second(0));
        put(teller, first(0));
        set(ucid(teller, "A0"), "email", "by.hand@example.org");
        awaitFeed(wisher, "B0", 1);
        webhook(wisher, receiver.url());

        for (int i = 0; i < 2; i++) {
            as("steward")
                    .get("/api/v1/sources/" + wisher + "/sync/preview")
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(1))
                    .body("items[0].record", equalTo("B0"))
                    .body("items[0].version", greaterThan(1))
                    .body("items[0].values.email.to", equalTo("by.hand@example.org"));
        }

        backlog(wisher).body("items", empty());
        assertThat(feed(wisher, "B0")).hasSize(1);
        assertThat(receiver.told()).isEmpty();
    }

    @Test
    void a_preview_comes_in_parts() {
        put(wisher, second(0));
        put(wisher, second(1));
        set(ucid(wisher, "B0"), "email", "one@example.org");
        set(ucid(wisher, "B1"), "email", "two@example.org");
        var path = "/api/v1/sources/" + wisher + "/sync/preview?limit=1";

        var page = as("steward")
                .get(path)
                .then()
                .body("items", hasSize(1))
                .extract()
                .jsonPath();
        var second = as("steward")
                .get(path + "&next=" + page.getString("next"))
                .then()
                .body("items", hasSize(1))
                .extract()
                .jsonPath();

        assertThat(page.getString("items[0].record") + second.getString("items[0].record"))
                .isIn("B0B1", "B1B0");
        as("steward")
                .get(path + "&next=nonsense")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-query"))
                .body("errors.pointer", contains("/next"));
        as("steward").get(path.replace("=1", "=0")).then().statusCode(400).body("errors.pointer", contains("/limit"));
    }

    @Test
    void nothing_of_a_change_that_is_taken_back_is_told() {
        webhook(wisher, receiver.url());
        receiver.answer(503);
        var ucid = knownToBoth();
        set(ucid, "email", "by.hand@example.org");
        told(0);

        as("steward")
                .header("If-Match", version(ucid))
                .delete("/api/v1/customers/" + ucid + "/values/email")
                .then()
                .statusCode(204);
        receiver.answer(204);

        awaitNothingWaits(wisher);
        await().untilAsserted(() -> assertThat(feed(wisher, "B0")).hasSize(1));
    }
}
