package io.chancery.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.Superuser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The main job, end to end through the real protocols: one message becomes letter, e-mail and SMS, and is on record. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class MainJobTest {

    private static final Map<String, String> ERIKA = Map.of(
            "salutation", "Frau",
            "title", "Dr.",
            "first_name", "Erika",
            "last_name", "Müller-Größe",
            "street", "Teststr. 1",
            "email", "erika@example.org",
            "mobile", "+491713920042");

    @Inject
    Caller caller;

    @Inject
    DataSource database;

    @BeforeEach
    void customers() {
        caller.haveCustomer("erika", ERIKA);
    }

    private static String invoice(String number, String item, String rest) {
        return """
                {"template": "invoice", "customer": {"source": "crm", "record": "erika"}, "reference": "%1$s",
                 "data": {"number": "%1$s", "date": "2026-11-20", "due": "2026-12-15",
                    "period": {"from": "2026-01-01", "to": "2026-10-31"}, "currency": "EUR", "meter": "1ESY1234567890",
                    "items": [{"text": "%2$s", "quantity": "312", "unit": "kWh", "price": "0.3290", "vat": "19"}]}%3$s}
                """.formatted(number, item, rest);
    }

    private static String allChannels(String number, String item) {
        return invoice(number, item, ", \"channels\": [\"print\", \"email\", \"sms\"]");
    }

    @Test
    void one_message_becomes_letter_email_and_sms() {
        var id = caller.accepted(allChannels("R-1", "Arbeitspreis Strom"));

        var message = caller.ended(id);

        assertThat(message.getString("status")).isEqualTo("delivered");
        assertThat(message.getList("deliveries.status", String.class)).allMatch(List.of("sent", "delivered")::contains);
        assertThat(caller.events(id, "email")).containsExactly("accepted", "rendered", "queued", "attempted", "sent");
        assertThat(new String(caller.rendition(id, "print"), 0, 5, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        assertThat(new String(caller.rendition(id, "email"), StandardCharsets.US_ASCII))
                .contains("Content-Type: multipart/mixed", "application/pdf")
                .contains("Message-ID: <" + message.getString("deliveries.find { it.channel == 'email' }.id"));
        assertThat(new String(caller.rendition(id, "sms"), StandardCharsets.UTF_8))
                .contains("R-1");
    }

    @Test
    void messages_whose_channels_end_at_the_same_instant_end_too() {
        var ids = java.util.stream.IntStream.range(0, 25)
                .mapToObj(i -> caller.accepted(allChannels("R-SAME-" + i, "Gas")))
                .toList();

        assertThat(ids).allMatch(id -> caller.ended(id).getString("status").equals("delivered"));
    }

    @Test
    void the_answer_to_a_request_says_what_is_read_later() {
        var options = """
                , "channels": ["sms"], "metadata": {"case": "K-7"}, "expiresAt": "2999-01-01T00:00:00Z",
                 "sendAt": "2998-12-31T08:00:00.123456789+01:00\"""";
        var answer = caller.post(invoice("R-SAID", "Gas", options));

        var read =
                caller.as("system").get("/api/v1/messages/" + answer.jsonPath().getString("id"));

        assertThat(answer.jsonPath().getMap("")).isEqualTo(read.jsonPath().getMap(""));
        assertThat(read.jsonPath().getString("sendAt")).isEqualTo("2998-12-31T07:00:00.123456Z");
    }

    @Test
    void the_plan_sends_an_invoice_by_email_alone() {
        var id = caller.accepted(invoice("R-2", "Arbeitspreis Strom", ""));

        assertThat(caller.ended(id).getList("deliveries.channel", String.class)).containsExactly("email");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script> & Sonder­posten",
                "{data.secret} {#each} ${7*7} =HYPERLINK(1)",
                "</td></tr></table><img src=x onerror=alert(1)>",
                "{#include print.html /}{/body}"
            })
    void hostile_text_arrives_as_harmless_text_everywhere(String text) {
        var id = caller.accepted(allChannels("R-3", text));

        assertThat(caller.ended(id).getList("deliveries.status", String.class))
                .allMatch(List.of("sent", "delivered")::contains);
        assertThat(htmlPart(new String(caller.rendition(id, "email"), StandardCharsets.US_ASCII)))
                .doesNotContain("<script>alert", "<img src=3Dx", "<img src=x");
    }

    /** In the plain text part the same characters are harmless. */
    private static String htmlPart(String mime) {
        int begin = mime.indexOf("Content-Type: text/html");
        return mime.substring(begin, mime.indexOf("\r\n--", begin));
    }

    @Test
    void the_same_request_again_gives_the_same_answer() {
        var body = invoice("R-4", "Gas", "");
        var first =
                caller.as("system").header("Idempotency-Key", "k-4").body(body).post("/api/v1/messages");

        var again =
                caller.as("system").header("Idempotency-Key", "k-4").body(body).post("/api/v1/messages");
        var other = caller.as("system")
                .header("Idempotency-Key", "k-4")
                .body(invoice("R-5", "Gas", ""))
                .post("/api/v1/messages");

        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.header("Idempotency-Replay")).isEqualTo("true");
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.body().asString()).isEqualTo(first.body().asString());
        other.then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void bad_requests_are_refused_whole_and_leave_no_row() throws SQLException {
        long before = count("message");

        caller.post(invoice("R-6", "Gas", "").replace("\"312\"", "\"viele\""))
                .then()
                .statusCode(422)
                .contentType(containsString("application/problem+json"))
                .body("code", equalTo("invalid-message"))
                .body("errors[0].pointer", equalTo("/data/items/0/quantity"));
        caller.post(invoice("R-6", "Gas", "").replace("\"number\": \"R-6\",", ""))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/data/number"));
        caller.post(invoice("R-6", "Gas", ", \"expiresAt\": \"2020-01-01T00:00:00Z\""))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/expiresAt"));
        caller.post(invoice("R-6", "Gas", "").replace("erika", "nobody"))
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-customer"));
        caller.post(invoice("R-6", "Gas", "").replace("\"invoice\"", "\"no-such\""))
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-template"));
        caller.post("{\"template\": ").then().statusCode(400).body("code", equalTo("malformed-json"));

        assertThat(count("message")).isEqualTo(before);
    }

    @Test
    void a_customer_whom_no_channel_reaches_is_a_problem_of_its_own() {
        caller.haveCustomer(
                "unreachable",
                Map.of("salutation", "Herr", "first_name", "Ottokar", "last_name", "Niemand", "street", ""));

        caller.post(invoice("R-7", "Gas", "").replace("erika", "unreachable"))
                .then()
                .statusCode(422)
                .body("code", equalTo("no-usable-contact-point"))
                .body("errors[0].pointer", equalTo("/customer"));
    }

    @Test
    void marketing_without_consent_is_skipped_and_says_why() {
        var id = caller.accepted("""
                {"template": "newsletter-winter", "customer": {"source": "crm", "record": "erika"},
                 "data": {"offer": "Glasfaser", "discount": "20", "until": "2026-12-24"}}
                """);

        var message = caller.ended(id);

        assertThat(message.getString("status")).isEqualTo("cancelled");
        assertThat(message.getString("deliveries[0].status")).isEqualTo("skipped");
        assertThat(message.getString("deliveries[0].reason")).isEqualTo("consent-missing");
        assertThat(message.getString("deliveries[0].why")).contains("consent");
    }

    @Test
    void what_a_message_promotes_goes_only_where_advertising_may_and_the_message_says_why() {
        var id = caller.accepted("""
                {"template": "welcome", "customer": {"source": "crm", "record": "erika"}, "channels": ["print", "email"],
                 "data": {"contract": "V-1", "tariff": "Öko", "from": "2027-01-01", "instalment": "87.00", "currency": "EUR"}}
                """);

        assertThat(caller.ended(id).getString("status")).isEqualTo("delivered");
        var rendered = caller.as("operator")
                .get("/api/v1/messages/" + id + "/events")
                .jsonPath()
                .getList("findAll { it.kind == 'rendered' }.detail.advertising", String.class);
        assertThat(rendered)
                .containsExactlyInAnyOrder(
                        "shown, Advertising by letter was never objected to",
                        "dropped, consent-missing: Advertising needs consent, and there is none.");
        assertThat(new String(caller.rendition(id, "email"), StandardCharsets.US_ASCII))
                .doesNotContain("List-Unsubscribe", "vorteil", "abmelden@");
    }

    @Test
    void a_list_comes_in_pages_and_by_filter() {
        var ids = List.of(
                caller.accepted(invoice("R-LIST", "Gas", "")),
                caller.accepted(invoice("R-LIST", "Gas", "")),
                caller.accepted(invoice("R-LIST", "Gas", "")));

        var first = caller.as("operator")
                .get("/api/v1/messages?reference=R-LIST&limit=2")
                .jsonPath();
        var second = caller.as("operator")
                .get("/api/v1/messages?reference=R-LIST&limit=2&after=" + first.getString("next"))
                .jsonPath();

        assertThat(first.getList("items.id", String.class)).containsExactly(ids.get(2), ids.get(1));
        assertThat(second.getList("items.id", String.class)).containsExactly(ids.get(0));
        assertThat(second.getString("next")).isNull();
        caller.as("operator").get("/api/v1/messages?limit=0").then().statusCode(400);
        caller.as("operator")
                .get("/api/v1/messages?status=sending")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-query"))
                .body("errors[0].pointer", equalTo("/status"))
                .body("errors[0].detail", containsString("in-progress"));
        caller.as("operator").get("/api/v1/messages?customer=nonsense").then().statusCode(400);
    }

    @Test
    void the_messages_of_a_template_come_in_pages_and_no_others_among_them() {
        var ids = List.of(
                caller.accepted(invoice("R-OF-1", "Gas", "")),
                caller.accepted(invoice("R-OF-2", "Gas", "")),
                caller.accepted(invoice("R-OF-3", "Gas", "")));

        var first = ofTemplate("invoice", "&limit=2");
        var second = ofTemplate("invoice", "&limit=1&after=" + ids.get(1));

        assertThat(first).containsExactly(ids.get(2), ids.get(1));
        assertThat(second).containsExactly(ids.get(0));
        assertThat(ofTemplate("invoic", "")).isEmpty();
        assertThat(ofTemplate("invoice2", "")).isEmpty();
        assertThat(ofTemplate("welcome", "&limit=200")).doesNotContainAnyElementsOf(ids);
    }

    private List<String> ofTemplate(String template, String more) {
        return caller.as("operator")
                .get("/api/v1/messages?template=" + template + more)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id", String.class);
    }

    @Test
    void a_business_system_sees_only_its_own_messages() {
        var id = caller.accepted(invoice("R-10", "Gas", ""));

        caller.as("system").get("/api/v1/messages/" + id).then().statusCode(200);
        caller.as("system", "author").get("/api/v1/messages/" + id).then().statusCode(404);
        caller.as("author").get("/api/v1/messages/" + id).then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/messages",
                "/api/v1/messages/",
                "/api/v1//messages",
                "/api/v1/messages;x=1",
                "/api/v1/%6dessages",
                "/api/v1/./messages"
            })
    void no_spelling_of_a_path_gets_around_the_key(String path) {
        var status = io.restassured.RestAssured.given()
                .urlEncodingEnabled(false)
                .get(path)
                .statusCode();

        assertThat(status).isIn(401, 404, 400);
    }

    @Test
    void a_wrong_key_is_a_problem_in_json() {
        io.restassured.RestAssured.given()
                .header("Authorization", "Bearer ccm_aaaaaaaaaaaa_" + "x".repeat(43))
                .get("/api/v1/messages")
                .then()
                .statusCode(401)
                .contentType(containsString("application/problem+json"))
                .body("code", equalTo("unauthorized"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"event", "archive_entry", "screen_document"})
    void what_is_on_record_cannot_be_changed_or_deleted_by_anybody(String table) {
        caller.ended(caller.accepted(invoice("R-11", "Gas", "")));

        assertThatThrownBy(() -> Superuser.execute("delete from " + table)).hasMessageContaining("append-only");
        assertThatThrownBy(() -> Superuser.execute("truncate " + table + " cascade"))
                .hasMessageContaining("append-only");
        var column = Map.of("event", "kind = 'sent'", "archive_entry", "size = 0", "screen_document", "has_pdf = true");
        assertThatThrownBy(() -> Superuser.execute("update " + table + " set " + column.get(table)))
                .hasMessageContaining("append-only");
    }

    @Test
    void the_status_of_a_delivery_is_what_its_events_say() throws SQLException {
        caller.ended(caller.accepted(allChannels("R-12", "Gas")));

        try (var connection = database.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("select d.id, d.status, array_agg(e.kind order by e.at, e.id) from delivery d"
                                + " join event e on e.delivery_id = d.id group by d.id, d.status")) {
            while (rows.next()) {
                var status = io.chancery.vocabulary.DeliveryStatus.ACCEPTED;
                for (var kind : (String[]) rows.getArray(3).getArray()) {
                    status = io.chancery.vocabulary.EventKind.of(kind).after(status);
                }
                assertThat(rows.getString(2)).isEqualTo(status.code());
            }
        }
    }

    private long count(String table) throws SQLException {
        try (var connection = database.getConnection();
                var row = connection.createStatement().executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }
}
