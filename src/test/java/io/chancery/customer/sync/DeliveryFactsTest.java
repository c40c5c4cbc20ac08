package io.chancery.customer.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.chancery.customer.registry.People;
import io.chancery.dispatch.Receipts;
import io.chancery.message.Caller;
import io.chancery.platform.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What deliveries show about addresses and numbers, on its way to the golden record and back to the sources. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class DeliveryFactsTest extends SyncSteps {

    /** The SMSC's stand-in refuses texts to this number: it is none. */
    private static final String REFUSED = "+491713920010";
    /** It takes texts to this one, and then reports that nobody has it. */
    private static final String UNKNOWN = "+491713920001";
    /** It takes texts to this one, and then reports that the phone was off for too long. */
    private static final String OFF = "+491713920002";

    private static final String GOOD = "+491713920077";

    @Inject
    Caller caller;

    @Inject
    Receipts receipts;

    @Inject
    Clock clock;

    /** Of the numbers that other tests found dead. */
    @BeforeEach
    void nothingSuppressed() {
        List<String> suppressed =
                as("operator").get("/api/v1/suppressions?limit=200").path("items.id");
        suppressed.forEach(id -> as("operator")
                .body("{\"reason\": \"Another test\"}")
                .post("/api/v1/suppressions/" + id + "/lift")
                .then()
                .statusCode(204));
    }

    @BeforeEach
    void sourcesWithNumbers() {
        source(teller, withNumbers("\"trust\": 50"));
        source(wisher, withNumbers("\"trust\": 50, \"wants\": [\"mobile\"]"));
    }

    private static String withNumbers(String trust) {
        return People.DEFINITION
                .replace("\"trust\": 50", trust)
                .replace("\"fields\": [", "\"fields\": [{\"kind\": \"phone\", \"column\": \"phone\"}, ");
    }

    private static String with(String number, String json) {
        return json.replace("{\"id\"", "{\"phone\": \"" + number + "\", \"id\"");
    }

    private String knownBy(String number) {
        put(wisher, "B0", with(number, second(0).json()));
        return ucid(wisher, "B0");
    }

    private JsonPath sent(String ucid, String channel) {
        var id = caller.accepted("""
                {"template": "invoice", "customer": {"ucid": "%s"}, "reference": "R-7", "channels": ["%s"],
                 "data": {"number": "R-7", "date": "2026-11-20", "due": "2026-12-15",
                    "period": {"from": "2026-01-01", "to": "2026-10-31"}, "currency": "EUR", "meter": "1ESY1234567890",
                    "items": [{"text": "Strom", "quantity": "312", "unit": "kWh", "price": "0.3290", "vat": "19"}]}}
                """.formatted(ucid, channel));
        caller.ended(id);
        return caller.read(id);
    }

    private String contact(String ucid, String point) {
        return as("steward").get("/api/v1/customers/" + ucid).jsonPath().getString("contact." + point);
    }

    private void awaitContact(String ucid, String point, String value) {
        await().untilAsserted(() -> assertThat(contact(ucid, point)).isEqualTo(value));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> facts(Map<String, Object> payload) {
        return (List<Map<String, Object>>) payload.get("facts");
    }

    @Test
    void a_number_that_is_none_counts_no_longer_and_its_source_hears_it_until_it_takes_it() {
        webhook(wisher, receiver.url());
        receiver.answer(500);
        var ucid = knownBy(REFUSED);

        var message = sent(ucid, "sms");

        assertThat(message.getString("status")).isEqualTo("failed");
        as("operator")
                .get("/api/v1/messages/" + message.getString("id") + "/events")
                .then()
                .body("reason", hasItem("contact-point-bad"));
        assertThat(contact(ucid, "mobile")).isNull();
        as("operator")
                .queryParam("address", REFUSED)
                .get("/api/v1/suppressions")
                .then()
                .body("items[0].cause", equalTo("hard-bounce"))
                .body("items[0].entry.recordedBy", equalTo("delivery"));
        var fed = awaitFeed(wisher, "B0", 1);
        assertThat(fed).hasSize(1);
        assertThat(facts(fed.get(0))).hasSize(1);
        assertThat(facts(fed.get(0)).get(0))
                .containsEntry("kind", "bounced")
                .containsEntry("attribute", "mobile")
                .containsKey("at");
        as("steward")
                .get("/api/v1/sources/" + wisher + "/sync/preview")
                .then()
                .body("items[0].facts[0].kind", equalTo("bounced"));
        told(1);
        receiver.answer(204);
        awaitNothingWaits(wisher);
        assertThat(told(0).getString("data.facts[0].attribute")).isEqualTo("mobile");
        assertThat(receiver.told().get(0).body()).doesNotContain(REFUSED);
        as("steward").get("/api/v1/sources/" + wisher + "/sync/preview").then().body("items", empty());
    }

    @Test
    void another_number_takes_over_and_a_new_one_of_the_source_counts_again() {
        var ucid = knownBy(UNKNOWN);
        sent(ucid, "sms");
        awaitContact(ucid, "mobile", null);

        put(teller, "A0", with(GOOD, first(0).json()));
        assertThat(contact(ucid, "mobile")).isEqualTo(GOOD);
        put(wisher, "B0", with(UNKNOWN, second(0).json()).replace("Musterstadt", "Neustadt"));
        assertThat(contact(ucid, "mobile")).isEqualTo(GOOD);
        var fed = awaitFeed(wisher, "B0", 2);
        assertThat(((Map<?, ?>) fed.get(fed.size() - 1).get("values")).toString())
                .contains("to=" + GOOD);

        put(teller, "A0", first(0).json());
        put(wisher, "B0", with(GOOD, second(0).json()));
        assertThat(contact(ucid, "mobile")).isEqualTo(GOOD);
    }

    @Test
    void what_was_set_by_hand_counts_no_longer_either_until_it_is_set_again() {
        var ucid = knownBy(GOOD);
        set(ucid, "mobile", UNKNOWN);
        assertThat(contact(ucid, "mobile")).isEqualTo(UNKNOWN);

        sent(ucid, "sms");

        awaitContact(ucid, "mobile", GOOD);
        var values = "/api/v1/customers/" + ucid + "/values";
        as("steward").get(values).then().body("items.bounced", contains(true));
        set(ucid, "mobile", UNKNOWN);
        assertThat(contact(ucid, "mobile")).isEqualTo(UNKNOWN);
        as("steward").get(values).then().body("items.bounced", contains(false));
    }

    @Test
    void a_source_that_wants_nothing_hears_that_nobody_is_reached_at_what_it_named() {
        put(teller, "A0", with(REFUSED, first(0).json()));
        var ucid = ucid(teller, "A0");

        sent(ucid, "sms");

        assertThat(facts(awaitFeed(teller, "A0", 1).get(0)).get(0)).containsEntry("kind", "bounced");
    }

    @Test
    void a_number_whose_receipt_says_that_nobody_has_it_counts_no_longer() {
        var ucid = knownBy(UNKNOWN);

        sent(ucid, "sms");

        awaitContact(ucid, "mobile", null);
        assertThat(facts(awaitFeed(wisher, "B0", 1).get(0)).get(0)).containsEntry("attribute", "mobile");
    }

    @Test
    void a_phone_that_was_off_keeps_its_number() {
        var ucid = knownBy(OFF);

        var id = sent(ucid, "sms").getString("id");
        await().until(() -> caller.events(id, "sms").contains("returned"));

        assertThat(contact(ucid, "mobile")).isEqualTo(OFF);
        assertThat(feed(wisher, "B0")).isEmpty();
    }

    @Test
    void a_letter_that_came_back_takes_the_address_with_it_unless_there_is_a_new_one() {
        var ucid = knownBy(GOOD);
        var letter = sent(ucid, "print").getString("deliveries[0].id");
        var later = sent(ucid, "print").getString("deliveries[0].id");

        receipts.record(letter, false, Receipts.NOBODY_THERE + " moved", clock.instant());

        awaitContact(ucid, "address.street", null);
        assertThat(facts(awaitFeed(wisher, "B0", 1).get(0)).get(0))
                .containsEntry("kind", "bounced")
                .containsEntry("attribute", "street");
        put(wisher, "B0", with(GOOD, second(0).json()).replace("Musterstadt", "Neustadt"));
        receipts.record(later, false, Receipts.NOBODY_THERE + " moved", clock.instant());
        await().until(() -> "returned".equals(deliveryStatus(later, ucid)));
        assertThat(contact(ucid, "address.city")).isEqualTo("Neustadt");
        assertThat(feed(wisher, "B0")).hasSize(1);
    }

    private String deliveryStatus(String delivery, String ucid) {
        return caller.as("operator")
                .get("/api/v1/customers/" + ucid + "/messages")
                .jsonPath()
                .getString("items.deliveries.flatten().find { it.id == '" + delivery + "' }.status");
    }

    @Test
    void a_letter_that_came_back_for_another_reason_leaves_the_address() {
        var ucid = knownBy(GOOD);
        var letter = sent(ucid, "print");

        receipts.record(letter.getString("deliveries[0].id"), false, "refused by the addressee", clock.instant());
        await().until(() -> caller.events(letter.getString("id"), "print").contains("returned"));

        as("steward")
                .get("/api/v1/customers/" + ucid)
                .then()
                .body("contact.address.street", notNullValue())
                .body("contact.mobile", equalTo(GOOD));
        assertThat(feed(wisher, "B0")).isEmpty();
    }
}
