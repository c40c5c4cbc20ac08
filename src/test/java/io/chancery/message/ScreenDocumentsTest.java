package io.chancery.message;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.Superuser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page behind the link of a text message, from the request to the phone of the customer. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class ScreenDocumentsTest {

    private static final Pattern LINK = Pattern.compile("http\\S+/d/[1-9A-HJ-NP-Za-km-z]{17}");

    private static final Map<String, String> SELMA = Map.of(
            "salutation", "Frau",
            "first_name", "Selma",
            "last_name", "Schirm",
            "street", "Teststr. 8",
            "email", "selma.schirm@example.org",
            "mobile", "+491713920043");

    @Inject
    Caller caller;

    @Inject
    DataSource database;

    @BeforeEach
    void customer() {
        caller.haveCustomer("selma", SELMA);
    }

    private String sent(String number, String channel, String language) {
        var id = caller.accepted("""
                {"template": "invoice", "customer": {"source": "crm", "record": "selma"}, "reference": "%1$s",
                 "channels": ["%2$s"], "language": "%3$s",
                 "data": {"number": "%1$s", "date": "2026-11-20", "due": "2026-12-15",
                    "period": {"from": "2026-01-01", "to": "2026-10-31"}, "currency": "EUR",
                    "items": [{"text": "Strom <b>", "quantity": "312", "unit": "kWh", "price": "0.3290", "vat": "19"}]}}
                """.formatted(number, channel, language));
        assertThat(caller.ended(id).getString("status")).isEqualTo("delivered");
        return id;
    }

    private String link(String id) {
        var text = new String(caller.rendition(id, "sms"), StandardCharsets.UTF_8);
        var link = LINK.matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return URI.create(link.group()).getPath();
    }

    private static Response open(String path) {
        return given().header("Accept", "text/html")
                .header("Accept-Language", "fr-CH,de;q=0.5")
                .get(path);
    }

    @Test
    void the_link_leads_to_the_page_as_it_was_kept_and_the_page_to_the_letter() {
        var id = sent("R-S1", "sms", "de");
        var link = link(id);

        var page = open(link);

        page.then()
                .statusCode(200)
                .contentType(equalTo("text/html;charset=UTF-8"))
                .body(containsString("<html lang=\"de\""), containsString("R-S1"), containsString("Strom &lt;b&gt;"))
                .body(containsString(link + ".pdf\""));
        assertThat(page.asByteArray()).isEqualTo(caller.rendition(id, "screen"));
        var pdf = open(link + ".pdf");
        pdf.then().statusCode(200).header("Content-Disposition", "inline; filename=\"Rechnung R-S1.pdf\"");
        assertThat(new String(pdf.asByteArray(), 0, 5, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".pdf"})
    void nobody_else_may_keep_find_frame_or_learn_of_it(String part) {
        var headers = open(link(sent("R-S2" + part, "sms", "de")) + part).headers();

        assertThat(headers.getValue("X-Robots-Tag")).isEqualTo("noindex, noarchive");
        assertThat(headers.getValue("Cache-Control")).isEqualTo("private, no-store");
        assertThat(headers.getValue("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(headers.getValue("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getValue("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(headers.hasHeaderWithName("Set-Cookie")).isFalse();
        if (part.isEmpty()) {
            assertThat(headers.getValue("Content-Security-Policy"))
                    .startsWith("default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'");
        }
    }

    @Test
    void each_access_is_an_event_that_names_nobody_and_moves_no_status() {
        var id = sent("R-S3", "sms", "de");
        var before = caller.read(id).getString("deliveries[0].status");
        var link = link(id);
        open(link);
        open(link + ".pdf");

        var events = caller.as("operator")
                .get("/api/v1/messages/" + id + "/events")
                .then()
                .extract()
                .jsonPath();

        assertThat(events.getList("findAll { it.kind == 'opened' }.detail", Map.class))
                .containsExactly(Map.of("document", "page"), Map.of("document", "pdf"));
        assertThat(events.getMap("find { it.kind == 'rendered' }.detail"))
                .containsKeys("stored-sha256", "page-stored-sha256", "pdf-stored-sha256", "page-until");
        assertThat(caller.read(id).getString("deliveries[0].status")).isIn(before, "delivered");
    }

    @ParameterizedTest
    @CsvSource({"de,Dieser Link ist abgelaufen", "en,This link has expired", "it,Questo link è scaduto"})
    void an_expired_link_says_so_in_the_language_of_the_message_and_no_more(String language, String words)
            throws SQLException {
        var id = sent("R-S4", "sms", language);
        var link = link(id);
        expire(id);

        for (var path : new String[] {link, link + ".pdf"}) {
            open(path)
                    .then()
                    .statusCode(410)
                    .header("X-Robots-Tag", "noindex, noarchive")
                    .header("Cache-Control", "private, no-store")
                    .body(containsString("<html lang=\"" + language + "\""), containsString(words))
                    .body(not(containsString("R-S4")), not(containsString("Schirm")));
        }
        assertThat(caller.events(id, "sms")).doesNotContain("opened");
        assertThat(caller.rendition(id, "screen"))
                .as("what was sent stays on record")
                .isNotEmpty();
    }

    private void expire(String id) throws SQLException {
        Superuser.force(
                "update screen_document set expires_at = now()"
                        + " - interval '1 day' where delivery_id in (select id from delivery where message_id = ?::uuid)",
                id);
    }

    @Test
    void a_link_that_was_changed_or_made_up_leads_nowhere() {
        var link = link(sent("R-S5", "sms", "de"));
        char last = link.charAt(link.length() - 1);
        var changed = link.substring(0, link.length() - 1) + (last == 'x' ? 'y' : 'x');

        for (var hostile :
                new String[] {changed, link + "x", link.substring(0, link.length() - 1), "/d/x", "/d/.pdf"}) {
            open(hostile)
                    .then()
                    .statusCode(404)
                    .header("Cache-Control", "private, no-store")
                    .body(containsString("Ce lien ne fonctionne pas"));
        }
    }

    @Test
    void a_link_that_another_key_has_made_leads_nowhere() throws Exception {
        var id = sent("R-S6", "sms", "de");
        var forged = "x".repeat(17);
        var hash = java.security.MessageDigest.getInstance("SHA-256").digest(forged.getBytes(StandardCharsets.UTF_8));
        Superuser.force(
                "update screen_document set token_sha256 = ?"
                        + " where delivery_id in (select id from delivery where message_id = ?::uuid)",
                hash,
                id);

        open("/d/" + forged).then().statusCode(404);
    }

    @Test
    void whoever_opens_it_more_often_than_people_do_has_to_wait() {
        var id = sent("R-S7", "sms", "de");
        var link = link(id);
        for (int i = 0; i < 30; i++) {
            open(link).then().statusCode(200);
        }

        open(link).then().statusCode(429).header("Retry-After", "60").body(containsString("Einen Moment, bitte"));

        assertThat(caller.events(id, "sms").stream().filter("opened"::equals)).hasSize(30);
    }

    @Test
    void a_message_that_uses_no_link_gets_no_page() throws SQLException {
        var id = sent("R-S8", "email", "de");

        caller.as("operator")
                .get("/api/v1/messages/" + id + "/deliveries/screen/rendition")
                .then()
                .statusCode(404);
        try (var connection = database.getConnection();
                var row = connection
                        .createStatement()
                        .executeQuery("select count(*) from screen_document join delivery on id = delivery_id"
                                + " where message_id = '" + id + "'")) {
            row.next();
            assertThat(row.getInt(1)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"update screen_document set expires_at = now()", "delete from screen_document"})
    void what_is_on_record_cannot_be_changed_or_deleted_by_anybody(String sql) {
        sent("R-S9", "sms", "de");

        assertThatThrownBy(() -> Superuser.execute(sql)).hasMessageContaining("append-only");
    }

    @Test
    void nobody_can_ask_to_be_sent_a_screen() {
        caller.post("""
                        {"template": "invoice", "customer": {"source": "crm", "record": "selma"}, "channels": ["screen"],
                         "data": {}}
                        """).then().statusCode(422).body("errors.pointer", org.hamcrest.Matchers.hasItem("/channels/0"));
    }

    @Test
    void a_preview_shows_the_page_beside_a_text_of_the_same_length() {
        var shown = caller.as("author")
                .body("{\"fixture\": \"simple\"}")
                .post("/api/v1/templates/invoice/preview")
                .then()
                .statusCode(200)
                .body("channels.screen.mediaType", equalTo("text/html;charset=UTF-8"))
                .body("channels.screen.envelope.pdf", equalTo("Rechnung R-2026-000017.pdf"))
                .extract()
                .jsonPath();

        var text =
                new String(Base64.getDecoder().decode(shown.getString("channels.sms.content")), StandardCharsets.UTF_8);
        var link = LINK.matcher(text);
        assertThat(link.find()).as(text).isTrue();
        open(URI.create(link.group()).getPath()).then().statusCode(404);
        assertThat(link.group())
                .hasSameSizeAs(
                        linkIn(new String(caller.rendition(sent("R-SA", "sms", "de"), "sms"), StandardCharsets.UTF_8)));
    }

    private static String linkIn(String text) {
        var link = LINK.matcher(text);
        return link.find() ? link.group() : "";
    }

    @Test
    void a_preview_of_a_text_without_the_link_shows_no_page() {
        caller.as("author")
                .body("{\"fixture\": \"simple\"}")
                .post("/api/v1/templates/welcome/preview")
                .then()
                .statusCode(200)
                .body("channels.keySet().size()", equalTo(3));
    }
}
