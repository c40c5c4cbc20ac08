package io.chancery.message;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.links.WebAddress;
import io.chancery.platform.links.WebAddresses;
import io.chancery.platform.webhook.Receiver;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing that comes with a test key leaves the house, and all else is as in reality. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class TestKeyTest {

    @Inject
    Caller caller;

    @Inject
    DataSource database;

    private String key = "";

    @BeforeEach
    void aTestKey() {
        key = caller.as("admin")
                .body(Map.of(
                        "name", UUID.randomUUID().toString(), "kind", "test", "roles", Set.of("system", "operator")))
                .post("/api/v1/api-clients")
                .then()
                .statusCode(201)
                .body("kind", equalTo("test"))
                .body("key", startsWith("ccm_test_"))
                .extract()
                .path("key");
    }

    private RequestSpecification tester() {
        return given().header("Authorization", "Bearer " + key).contentType(ContentType.JSON);
    }

    private static String invoice(String record, String rest) {
        return """
                {"template": "invoice", "customer": {"source": "crm", "record": "%s"}, "reference": "R-TRIED",
                 "data": {"number": "R-TRIED", "date": "2026-11-20", "due": "2026-12-15",
                    "period": {"from": "2026-01-01", "to": "2026-10-31"}, "currency": "EUR", "meter": "1ESY1234567890",
                    "items": [{"text": "Gas", "quantity": "312", "unit": "kWh", "price": "0.3290", "vat": "19"}]}%s}
                """.formatted(record, rest);
    }

    private String tried(String record, String rest) {
        return tester().body(invoice(record, rest).getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/messages")
                .then()
                .statusCode(202)
                .body("test", equalTo(true))
                .extract()
                .path("id");
    }

    private JsonPath ended(String id) {
        await().until(() -> List.of("delivered", "failed", "cancelled").contains(read(id).getString("status")));
        return read(id);
    }

    private JsonPath read(String id) {
        return tester().get("/api/v1/messages/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private int count(String query, String messageId) throws SQLException {
        try (var connection = database.getConnection();
                var question = connection.prepareStatement(query)) {
            question.setString(1, messageId);
            var rows = question.executeQuery();
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    void a_message_is_rendered_archived_and_simulated_and_no_adapter_hears_of_it() throws SQLException {
        caller.haveCustomer(
                "tilda",
                Map.of(
                        "first_name", "Tilda",
                        "last_name", "Tester",
                        "street", "Hauptstraße 1",
                        "email", "tilda@example.org",
                        "mobile", "+491713920971"));
        var id = tried("tilda", ", \"channels\": [\"print\", \"email\", \"sms\"]");

        var message = ended(id);

        assertThat(message.getList("deliveries.status", String.class)).containsOnly("delivered");
        assertThat(caller.events(id, "email"))
                .containsExactly("accepted", "rendered", "queued", "attempted", "sent", "delivered");
        assertThat(new String(caller.rendition(id, "email"), StandardCharsets.US_ASCII))
                .contains("Subject: [TEST] ");
        assertThat(new String(caller.rendition(id, "sms"), StandardCharsets.UTF_8))
                .startsWith("TEST ");
        for (var table : List.of("attempt", "open_attempt", "dispatch_queue", "dispatch_retry")) {
            var query = "select count(*) from " + table
                    + " where delivery_id in (select id from delivery where message_id = ?::uuid)";
            assertThat(count(query, id)).as(table).isZero();
        }
    }

    @Test
    void a_mail_that_bounces_is_followed_by_a_letter_and_the_address_is_as_good_as_before() {
        caller.haveCustomer(
                "bertram",
                Map.of(
                        "first_name", "Bertram",
                        "last_name", "Bumerang",
                        "street", "Hauptstraße 2",
                        "email", "bounced@example.org"));

        var message = ended(tried("bertram", ""));

        assertThat(message.getString("status")).isEqualTo("delivered");
        assertThat(message.getString("deliveries.find { it.channel == 'email' }.status"))
                .isEqualTo("returned");
        assertThat(message.getString("deliveries.find { it.channel == 'email' }.reason"))
                .isEqualTo("contact-point-bad");
        assertThat(message.getString("deliveries.find { it.channel == 'print' }.status"))
                .isEqualTo("delivered");
        var again = ended(tried("bertram", ", \"channels\": [\"email\"], \"metadata\": {\"simulate\": \"delivered\"}"));
        assertThat(again.getList("deliveries.status", String.class)).containsExactly("delivered");
    }

    @Test
    void a_newsletter_that_was_tried_unsubscribes_nobody() {
        QuarkusMock.installMockForType(WebAddresses.of("https://post.example.org", Map.of()), WebAddress.class);
        caller.haveCustomer("nele", Map.of("first_name", "Nele", "last_name", "Neu", "email", "nele@example.org"));
        caller.as("agent")
                .body("{\"channel\": \"email\", \"status\": \"granted\", \"evidence\": {\"text\": \"Ja\"}}")
                .post("/api/v1/customers/" + caller.ucid("nele") + "/consents")
                .then()
                .statusCode(201);

        String id = tester().body("""
                        {"template": "newsletter-winter", "customer": {"source": "crm", "record": "nele"},
                         "channels": ["email"], "data": {"offer": "Strom", "discount": "20", "until": "2026-12-24"}}
                        """)
                .post("/api/v1/messages")
                .then()
                .statusCode(202)
                .extract()
                .path("id");

        assertThat(ended(id).getString("status")).isEqualTo("delivered");
        assertThat(new String(caller.rendition(id, "email"), StandardCharsets.US_ASCII))
                .contains("List-Unsubscribe: <https://post.example.org/preferences/sample>,");
    }

    @Test
    void metadata_say_what_becomes_of_each_channel() {
        caller.haveCustomer("mira", Map.of("first_name", "Mira", "last_name", "Metadaten", "street", "Hauptstraße 3"));

        var message = ended(
                tried("mira", ", \"channels\": [\"print\"], \"metadata\": {\"simulate\": {\"print\": \"returned\"}}"));

        assertThat(message.getString("status")).isEqualTo("failed");
        assertThat(message.getString("deliveries[0].reason")).isEqualTo("returned");
    }

    @Test
    void a_test_key_sees_what_it_has_tried_and_others_see_it_when_they_ask() {
        caller.haveCustomer("thea", Map.of("first_name", "Thea", "last_name", "Test", "email", "thea@example.org"));
        var tried = tried("thea", "");
        var real = caller.accepted(invoice("thea", ""));
        ended(tried);

        tester().get("/api/v1/messages/" + real).then().statusCode(404);
        assertThat(ids(tester(), "")).containsExactly(tried);
        assertThat(ids(caller.as("operator"), "&reference=R-TRIED"))
                .contains(real)
                .doesNotContain(tried);
        assertThat(ids(caller.as("operator"), "&test=true")).contains(tried).doesNotContain(real);
        assertThat(caller.as("operator")
                        .get("/api/v1/customers/" + caller.ucid("thea") + "/messages")
                        .jsonPath()
                        .getList("items.id", String.class))
                .contains(real)
                .doesNotContain(tried);
    }

    private static List<String> ids(RequestSpecification caller, String query) {
        return caller.get("/api/v1/messages?limit=50" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id", String.class);
    }

    @Test
    void only_the_webhooks_of_the_test_key_are_told() {
        caller.haveCustomer("wanja", Map.of("first_name", "Wanja", "last_name", "Web", "email", "wanja@example.org"));
        try (var own = new Receiver();
                var everybodys = new Receiver()) {
            webhook(tester(), own);
            var live = webhook(caller.as("operator"), everybodys);
            var tried = tried("wanja", "");
            var real = caller.accepted(invoice("wanja", ""));

            await().until(() ->
                    steps(own, tried).size() == 3 && !steps(everybodys, real).isEmpty());

            assertThat(steps(own, tried)).containsExactlyInAnyOrder("sent", "delivered", "delivered");
            assertThat(steps(everybodys, tried)).isEmpty();
            assertThat(steps(own, real)).isEmpty();
            caller.as("operator").delete("/api/v1/webhooks/" + live).then().statusCode(204);
        }
    }

    private static String webhook(RequestSpecification caller, Receiver receiver) {
        return caller.body(Map.of("url", receiver.url(), "events", List.of("message.status", "delivery.status")))
                .post("/api/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static List<String> steps(Receiver receiver, String id) {
        return receiver.told().stream()
                .map(Receiver.Told::json)
                .filter(json -> id.equals(json.getString("data.messageId")))
                .map(json -> json.getString("data.status"))
                .toList();
    }

    @Test
    void nobody_signs_in_with_a_test_key() {
        given().redirects()
                .follow(false)
                .formParam("j_username", "")
                .formParam("j_password", key)
                .post("/j_security_check")
                .then()
                .header("Location", containsString("/sign-in?failed"));
    }
}
