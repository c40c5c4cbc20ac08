package io.chancery.message.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.chancery.message.Caller;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.links.WebAddress;
import io.chancery.platform.links.WebAddresses;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an author sees before anybody else does. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class PreviewTest {

    private static final Map<String, String> VERA = Map.of(
            "salutation", "Frau",
            "first_name", "Vera",
            "last_name", "Vorschau",
            "street", "Teststr. 7",
            "email", "vera.vorschau@example.org");

    @Inject
    Caller caller;

    private RequestSpecification as(String role) {
        return caller.as(role).contentType("application/json");
    }

    private ValidatableResponse preview(String template, String body) {
        return as("author")
                .body(body)
                .post("/api/v1/templates/" + template + "/preview")
                .then();
    }

    @Test
    void a_fixture_is_shown_on_all_channels_at_once() {
        var shown = preview("invoice", "{\"fixture\": \"simple\"}")
                .statusCode(200)
                .body("problems.size()", equalTo(0))
                .body("channels.print.envelope.pages", equalTo("1"))
                .body("channels.print.mediaType", equalTo("application/pdf"))
                .body("channels.email.envelope.subject", containsString("R-2026-000017"))
                .body("channels.sms.envelope.segments", equalTo("1"))
                .body("readingEase", greaterThan(40))
                .body("plan.channel", contains("email", "print"))
                .body("plan.use", contains("first", "fallback"))
                .body("fixtures", hasItem("swiss-francs"))
                .extract();

        assertThat(decoded(shown.path("channels.sms.content"))).contains("835,46");
        assertThat(decoded(shown.path("channels.print.content"))).startsWith("%PDF-");
    }

    @Test
    void a_copy_is_shown_as_its_reader_gets_it() {
        var shown = preview("payment-reminder", "{\"fixture\": \"level-1\", \"copy\": \"adviser\"}")
                .statusCode(200)
                .body("problems.size()", equalTo(0))
                .body("plan.channel", contains("print", "email"))
                .body("plan.use", contains("first", "fallback"))
                .extract();

        assertThat(decoded(shown.path("channels.sms.content")))
                .startsWith("Kopie an: Schuldnerberatung, Original an: ");
        preview("payment-reminder", "{\"copy\": \"guardian\"}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/copy"))
                .body("errors[0].detail", equalTo("is not a role of the template; it has [adviser]"));
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    @Test
    void a_channel_that_cannot_carry_the_message_has_a_problem_and_the_others_are_shown() {
        var draft = draft("payment-reminder", "{#sms}" + "lang ".repeat(400) + "{/sms}");

        preview(draft, "{\"draft\": true, \"fixture\": \"level-1\"}")
                .statusCode(200)
                .body("version", equalTo(0))
                .body("channels.print.mediaType", equalTo("application/pdf"))
                .body("channels.sms", equalTo(null))
                .body("problems.channel", contains("sms"))
                .body("problems.detail", hasItem(containsString("segments")));
    }

    @Test
    void what_can_be_sent_but_should_not_is_a_problem_with_its_remedy() {
        var draft = draft(
                "payment-reminder",
                "<p style=\"display: flex\">x</p>\n<p style=\"white-space: nowrap\">" + "breit ".repeat(40) + "</p>"
                        + "{#sms}Zahlen Sie bitte 漢{/sms}");

        preview(draft, "{\"draft\": true, \"fixture\": \"level-1\"}")
                .statusCode(200)
                .body("channels.keySet().size()", equalTo(3))
                .body("problems.detail", hasItem(containsString("display: flex sets nothing side by side on paper")))
                .body("problems.detail", hasItem(containsString("over the right edge and is cut off")))
                .body("problems.detail", hasItem(containsString("The alphabet of text messages has no 漢")));
    }

    @Test
    void a_page_with_other_margins_has_an_edge_of_its_own() {
        preview("invoice", "{\"fixture\": \"swiss-francs\"}")
                .statusCode(200)
                .body("channels.print.envelope.pages", equalTo("2"))
                .body("problems.size()", equalTo(0));
    }

    /** A draft of a new template, with the files of a live one and a text in place of its German words for SMS. */
    private String draft(String of, String sms) {
        Map<String, String> files = as("author")
                .get("/api/v1/templates/" + of + "/versions/1")
                .then()
                .statusCode(200)
                .extract()
                .path("files");
        var changed = new TreeMap<>(files);
        changed.computeIfPresent(
                "message.de.html", (path, source) -> source.substring(0, source.indexOf("{#sms}")) + sms);
        var key = "p" + UUID.randomUUID().toString().substring(1);
        as("author")
                .body(Map.of("files", changed))
                .put("/api/v1/templates/" + key + "/draft")
                .then()
                .statusCode(200);
        return key;
    }

    @Test
    void a_real_customer_shows_what_would_happen_now_and_why() {
        caller.haveCustomer("vera-vorschau", VERA);

        preview(
                        "newsletter-winter",
                        "{\"fixture\": \"simple\", \"customer\": {\"source\": \"crm\", \"record\": \"vera-vorschau\"}}")
                .statusCode(200)
                .body("plan.use", contains("stopped"))
                .body("plan.reason", contains("consent-missing"))
                .body("plan.why", contains("Advertising needs consent, and there is none."))
                .body("channels.email.envelope.to", equalTo("vera.vorschau@example.org"));
    }

    @Test
    void nobody_is_unsubscribed_by_what_is_only_looked_at() {
        QuarkusMock.installMockForType(WebAddresses.of("https://post.example.org", Map.of()), WebAddress.class);
        caller.haveCustomer("vera-vorschau", VERA);

        var shown = preview("newsletter-winter", "{\"customer\": {\"source\": \"crm\", \"record\": \"vera-vorschau\"}}")
                .statusCode(200)
                .extract();

        assertThat(decoded(shown.path("channels.email.content")))
                .contains("List-Unsubscribe: <https://post.example.org/preferences/sample>,");
    }

    @Test
    void what_is_promoted_is_shown_as_the_consents_say_or_as_asked() {
        caller.haveCustomer("vera-vorschau", VERA);
        var vera = "\"customer\": {\"source\": \"crm\", \"record\": \"vera-vorschau\"}";

        preview("welcome", "{\"fixture\": \"simple\"}")
                .statusCode(200)
                .body("channels.email.advertising", equalTo("shown, as in every sample"));
        preview("welcome", "{\"fixture\": \"simple\", " + vera + "}")
                .statusCode(200)
                .body("channels.print.advertising", equalTo("shown, Advertising by letter was never objected to"))
                .body("channels.email.advertising", startsWith("dropped, consent-missing: "));
        preview("welcome", "{\"fixture\": \"simple\", \"advertising\": false}")
                .statusCode(200)
                .body("channels.print.advertising", equalTo("dropped, as asked for"));
        preview("invoice", "{\"fixture\": \"simple\"}")
                .statusCode(200)
                .body("channels.print.advertising", equalTo(null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"fixture": "none"}                                   | /fixture
                    {"data": {"number": "R-1"}}                           | /data/items
                    {"data": 5}                                           | /data
                    {"version": 0}                                        | /version
                    {"draft": true, "version": 1}                         | /version
                    {"language": "xx"}                                    | /language
                    {"customer": {"source": "crm"}}                       | /customer
                    {"customer": {"ucid": "AAA-AAA-AAA"}}                 | /customer
                    {"colour": "red"}                                     | /colour
                    {"advertising": "yes"}                                | /advertising
                    """)
    void what_cannot_be_shown_is_refused_with_the_place(String body, String pointer) {
        preview("invoice", body).statusCode(422).body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @CsvSource({
        "invoice,{\"version\": 4711},unknown-version",
        "invoice,{\"draft\": true},unknown-draft",
        "nothing,{},unknown-template"
    })
    void what_is_not_there_is_not_found(String template, String body, String code) {
        preview(template, body).statusCode(404).body("code", equalTo(code));
    }

    @Test
    void a_business_system_has_no_business_here() {
        as("system").body("{}").post("/api/v1/templates/invoice/preview").then().statusCode(403);
    }
}
