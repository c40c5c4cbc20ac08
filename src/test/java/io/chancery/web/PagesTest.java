package io.chancery.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.chancery.message.Caller;
import io.chancery.platform.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class PagesTest {

    private static final String SESSION = "quarkus-credential";
    private static final String INVOICE = """
            {"template": "invoice", "customer": {"source": "crm", "record": "paula"}, "reference": "%1$s",
             "channels": ["print", "email", "sms"],
             "data": {"number": "%1$s", "date": "2026-11-20", "due": "2026-12-15", "currency": "EUR",
                "period": {"from": "2026-01-01", "to": "2026-10-31"},
                "items": [{"text": "<b>Strom</b>", "quantity": "312", "unit": "kWh", "price": "0.3290", "vat": "19"}]}}
            """;

    @Inject
    Caller caller;

    @BeforeEach
    void customer() {
        var columns = new HashMap<String, String>();
        "contact_id title birthdate phone preferred_channel"
                .lines()
                .flatMap(line -> java.util.Arrays.stream(line.split(" ")))
                .forEach(column -> columns.put(column, ""));
        columns.putAll(Map.of(
                "contact_id", "paula",
                "salutation", "Frau",
                "first_name", "Paula",
                "last_name", "Groß",
                "street", "Teststr. 1",
                "postal_code", "10115",
                "city", "Berlin",
                "country", "DE",
                "email", "paula@example.org"));
        columns.putAll(Map.of("mobile", "+491713920099", "language", "de", "modified", "2026-01-01T00:00:00"));
        caller.haveCustomer("paula", columns);
    }

    private RequestSpecification browser() {
        return given().redirects()
                .follow(false)
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .header("Accept-Language", "de-AT,de;q=0.9,en;q=0.5");
    }

    private RequestSpecification signedIn(String... roles) {
        return browser().cookie(SESSION, session(caller.key(roles)));
    }

    private String session(String key) {
        return browser()
                .formParam("j_username", "key")
                .formParam("j_password", key)
                .post("/j_security_check")
                .then()
                .statusCode(302)
                .extract()
                .cookie(SESSION);
    }

    @Test
    void a_stranger_is_asked_to_sign_in_and_then_led_where_they_wanted_to_go() {
        var wayBack = browser()
                .get("/messages?status=failed")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/sign-in"))
                .extract()
                .cookie("quarkus-redirect-location");

        browser()
                .cookie("quarkus-redirect-location", wayBack)
                .formParam("j_username", "key")
                .formParam("j_password", caller.key("agent"))
                .post("/j_security_check")
                .then()
                .statusCode(302)
                .header("Location", endsWith("/messages?status=failed"));
    }

    @Test
    void a_wrong_key_is_told_so() {
        browser()
                .formParam("j_username", "key")
                .formParam("j_password", "ccm_wrong")
                .post("/j_security_check")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/sign-in?failed"));
        browser().get("/sign-in?failed").then().statusCode(200).body(containsString("passen nicht zusammen"));
    }

    @Test
    void pages_speak_the_language_that_the_browser_asks_for() {
        browser().get("/sign-in").then().body(containsString("<html lang=\"de\""), containsString("Anmelden"));
        browser()
                .header("Accept-Language", "fr,en;q=0.5")
                .get("/sign-in")
                .then()
                .body(not(containsString("??")));
        given().header("Accept-Language", "fr,en;q=0.5")
                .get("/sign-in")
                .then()
                .body(containsString("<html lang=\"en\""), containsString("Sign in"));
    }

    @Test
    void a_message_shows_its_three_renditions_and_what_happened() {
        var id = caller.accepted(INVOICE.formatted("R-PAGE-1"));
        caller.ended(id);

        signedIn("agent").get("/messages").then().statusCode(200).body(containsString("R-PAGE-1"), containsString(id));
        var shown = Map.of(
                "timeline", "Vom Dienstleister übernommen",
                "print", "type=\"application/pdf\"",
                "email", "<iframe class=\"mail\" sandbox ",
                "sms", "class=\"bubble\"");
        shown.forEach((tab, part) -> signedIn("agent")
                .get("/messages/" + id + "?tab=" + tab)
                .then()
                .statusCode(200)
                .body(containsString("Paula Groß"), containsString(part)));
    }

    @Test
    void the_list_can_be_narrowed_to_a_status() {
        var id = caller.accepted(INVOICE.formatted("R-PAGE-3"));
        caller.ended(id);

        signedIn("agent")
                .get("/messages?status=delivered")
                .then()
                .statusCode(200)
                .body(containsString(id));
        signedIn("agent")
                .get("/messages?status=cancelled")
                .then()
                .statusCode(200)
                .body(not(containsString(id)));
        signedIn("agent")
                .get("/messages?status=in-progress")
                .then()
                .statusCode(200)
                .body(containsString("<a href=\"/messages?status=in-progress\" aria-current=\"page\">"));
    }

    @Test
    void older_messages_follow_on_the_next_page() {
        for (int i = 0; i < 26; i++) {
            caller.accepted(INVOICE.formatted("R-PAGE-4-" + i));
        }

        var older = signedIn("agent")
                .get("/messages")
                .then()
                .extract()
                .htmlPath()
                .getString("**.find { it.@rel == 'next' }.@href");

        assertThat(older).startsWith("/messages?after=");
        signedIn("agent").get(older).then().statusCode(200).body(containsString("R-PAGE-4-0<"));
    }

    @Test
    void frames_show_the_kept_bytes_without_any_power() {
        var id = caller.accepted(INVOICE.formatted("R-PAGE-2"));
        caller.ended(id);

        signedIn("agent")
                .get("/messages/" + id + "/deliveries/email")
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Security-Policy", allOf(startsWith("sandbox;"), containsString("default-src 'none'")))
                .body(not(containsString("cid:")));
        var paper = signedIn("agent").get("/messages/" + id + "/deliveries/print");
        paper.then().statusCode(200).contentType("application/pdf").header("Content-Disposition", startsWith("inline"));
        assertThat(paper.asByteArray()).isEqualTo(caller.rendition(id, "print"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/messages?after=nonsense",
                "/messages/nonsense",
                "/messages/019ab2c4-7d00-7abc-8def-000000000001",
                "/messages/019ab2c4-7d00-7abc-8def-000000000001/deliveries/print",
                "/messages/019ab2c4-7d00-7abc-8def-000000000001/deliveries/NO"
            })
    void what_does_not_exist_gets_a_page_that_says_so(String path) {
        signedIn("agent")
                .get(path)
                .then()
                .statusCode(404)
                .contentType("text/html;charset=UTF-8")
                .body(containsString("Diese Seite gibt es nicht"));
    }

    @Test
    void what_was_not_found_leaves_the_menu_where_it_was() {
        signedIn("agent")
                .get("/messages/019ab2c4-7d00-7abc-8def-000000000001")
                .then()
                .statusCode(404)
                .body(containsString("href=\"/customers\""));
    }

    @Test
    void a_role_that_may_not_look_gets_a_page_that_says_so() {
        signedIn("author").get("/messages").then().statusCode(403).body(containsString("Das dürfen Sie nicht sehen"));
    }

    @Test
    void programs_get_problems_where_people_get_pages() {
        caller.as("agent").get("/messages/nonsense").then().statusCode(404).contentType(not(containsString("html")));
    }

    @Test
    void every_page_tells_the_browser_to_be_careful() {
        for (var path : new String[] {"/messages", "/sign-in", "/nothing"}) {
            signedIn("agent")
                    .get(path)
                    .then()
                    .header(
                            "Content-Security-Policy",
                            allOf(containsString("default-src 'self'"), containsString("script-src 'self'")))
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Referrer-Policy", "same-origin")
                    .header("Cache-Control", "no-store");
        }
    }

    @Test
    void forms_are_taken_from_our_own_pages_only() {
        signedIn("admin")
                .formParam("recipient", "x")
                .post("/demo/invoice")
                .then()
                .statusCode(403);
        signedIn("admin")
                .header("Sec-Fetch-Site", "cross-site")
                .formParam("recipient", "x")
                .post("/demo/invoice")
                .then()
                .statusCode(403);
        signedIn("admin")
                .header("Origin", "http://evil.example.org")
                .formParam("recipient", "x")
                .post("/demo/invoice")
                .then()
                .statusCode(403);
        // No demo on a database that is not our own: nobody to send to.
        signedIn("admin")
                .header("Sec-Fetch-Site", "same-origin")
                .formParam("recipient", "x")
                .post("/demo/invoice")
                .then()
                .statusCode(404);
    }

    @Test
    void signing_out_ends_the_session() {
        signedIn("agent")
                .header("Sec-Fetch-Site", "same-origin")
                .post("/sign-out")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/sign-in"))
                .cookie(SESSION, "");
    }
}
