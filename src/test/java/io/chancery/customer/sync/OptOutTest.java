package io.chancery.customer.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.customer.registry.People;
import io.chancery.platform.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a customer wants no longer reaches every source that knows the customer. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class OptOutTest extends SyncSteps {

    private static final String WITH_ADVERTISING = People.DEFINITION.replace("\"fields\": [", """
            "consents": [{"column": "ads", "values": {"J": "confirmed", "N": "unsubscribed"}, "channels": ["email"]}],
            "fields": [""");

    @BeforeEach
    void sourcesThatKnowOfAdvertising() {
        source(teller, WITH_ADVERTISING);
        source(wisher, WITH_ADVERTISING);
    }

    private static String with(String answer, String json) {
        return json.replace("{\"id\"", "{\"ads\": \"" + answer + "\", \"id\"");
    }

    private void declare(String path, String body) {
        as("agent").body(body).post("/api/v1/customers/" + path).then().statusCode(201);
    }

    private void withdraw(String ucid) {
        declare(ucid + "/consents", """
                {"channel": "email", "purpose": "marketing", "status": "unsubscribed", "source": "phone"}
                """);
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> facts(String source, String record, int size) {
        return awaitFeed(source, record, size).stream()
                .flatMap(payload -> ((List<Map<String, Object>>) payload.get("facts")).stream())
                .toList();
    }

    @Test
    void an_objection_reaches_every_source_in_the_feed_and_at_its_webhook() {
        var secret = webhook(wisher, receiver.url());
        receiver.answer(503);
        var ucid = knownToBoth();

        declare(ucid + "/objection", "{\"reason\": \"Wants no advertising\", \"source\": \"phone\"}");

        for (var fact :
                List.of(facts(wisher, "B0", 1).get(0), facts(teller, "A0", 1).get(0))) {
            assertThat(fact)
                    .containsEntry("kind", "opt-out")
                    .containsEntry("purpose", "marketing")
                    .containsEntry("status", "objected")
                    .doesNotContainKey("channel");
        }
        told(1);
        receiver.answer(204);
        awaitNothingWaits(wisher);
        assertThat(told(0).getString("data.facts[0].status")).isEqualTo("objected");
        assertThat(receiver.told())
                .allMatch(one -> one.isSignedWith(secret))
                .noneMatch(one -> one.body().contains("Wants no"));
    }

    @Test
    void a_restriction_reaches_them_too() {
        var ucid = knownToBoth();

        declare(ucid + "/restriction", "{\"reason\": \"Disputes the address\"}");

        assertThat(facts(teller, "A0", 1).get(0))
                .containsEntry("status", "restricted")
                .doesNotContainKey("purpose");
    }

    @Test
    void a_withdrawal_is_told_once() {
        var ucid = knownToBoth();

        withdraw(ucid);
        declare(ucid + "/consents", "{\"channel\": \"email\", \"status\": \"denied\", \"source\": \"letter\"}");

        assertThat(facts(wisher, "B0", 1)).hasSize(1);
        assertThat(facts(teller, "A0", 1).get(0))
                .containsEntry("channel", "email")
                .containsEntry("purpose", "marketing")
                .containsEntry("status", "unsubscribed");
        assertThat(feed(teller, "A0")).hasSize(1);
    }

    @Test
    void what_a_source_says_reaches_the_others_and_their_echo_nobody() {
        put(wisher, "B0", with("J", second(0).json()));
        put(teller, "A0", with("J", first(0).json()));

        put(teller, "A0", with("N", first(0).json()));

        assertThat(facts(wisher, "B0", 1)).hasSize(1);
        put(wisher, "B0", with("N", second(0).json()));
        withdraw(ucid(wisher, "B0"));
        assertThat(feed(teller, "A0")).isEmpty();
        assertThat(feed(wisher, "B0")).hasSize(1);
    }

    @Test
    void a_consent_is_nothing_that_sources_are_told_of() {
        var ucid = knownToBoth();

        declare(ucid + "/consents", """
                {"channel": "email", "purpose": "marketing", "status": "confirmed", "source": "letter",
                 "evidence": {"text": "Signed"}}
                """);

        withdraw(ucid);
        assertThat(facts(wisher, "B0", 1)).hasSize(1);
    }
}
