package io.chancery.consent;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.chancery.consent.store.CustomerIndex;
import io.chancery.message.Caller;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.links.SignedLinks;
import io.chancery.vocabulary.Ucid;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page behind the signed link, as a browser and as a mail program meet it. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class PreferencePageTest {

    private static final String GRANT =
            "{\"channel\": \"%s\", \"status\": \"granted\", \"evidence\": {\"text\": \"Ja\"}}";

    @Inject
    Declarations declarations;

    @Inject
    Caller caller;

    @Inject
    SignedLinks links;

    @Inject
    SelfService selfService;

    @Inject
    CustomerIndex customers;

    private String link(String ucid) {
        String url = caller.as("agent")
                .get("/api/v1/customers/" + ucid + "/preferences-link")
                .then()
                .statusCode(200)
                .extract()
                .path("url");
        return URI.create(url).getPath();
    }

    private static RequestSpecification browser() {
        return given().header("Accept-Language", "en")
                .accept("text/html")
                .redirects()
                .follow(false);
    }

    private static RequestSpecification form() {
        return browser().contentType(ContentType.URLENC).formParam("page-language", "en");
    }

    @Test
    void it_speaks_german_and_english_and_names_nobody() {
        var link = link(declarations.customer("page-words"));

        given().accept("text/html")
                .header("Accept-Language", "de")
                .get(link)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("X-Robots-Tag", "noindex")
                .body(containsString("Ihre Entscheidung"), containsString("Gar keine Werbung"))
                .body(not(containsString("anary")), not(containsString("<script")));
        browser().get(link + "?language=en").then().body(containsString("Your choice"));
        assertThat(link).doesNotContainIgnoringCase("canary");
    }

    @Test
    void a_tick_for_the_newsletter_sends_the_mail_and_its_removal_withdraws() {
        var ucid = declarations.customer("page-newsletter");
        var link = link(ucid);

        form().formParam("choice-email-marketing", "on")
                .formParam("choice-email-service", "on")
                .formParam("choice-sms-service", "on")
                .formParam("choice-print-marketing", "on")
                .post(link)
                .then()
                .statusCode(303)
                .header("Location", endsWith("notice=asked"));
        var asked = declarations.consents(ucid);
        assertThat(asked.getList("history.status")).containsExactly("pending");
        assertThat(asked.getString("history[0].recordedBy")).isEqualTo("customer");
        assertThat(asked.getMap("history[0].proof")).containsKeys("textVersion", "form", "requestIp");

        given().post(declarations.linkIn(asked.getString("history[0].proof.confirmationMessage")));
        assertThat(declarations.newsletter("page-newsletter")).isEqualTo("email sent");

        form().formParam("choice-email-service", "on")
                .formParam("choice-sms-service", "on")
                .formParam("choice-print-marketing", "on")
                .post(link)
                .then()
                .statusCode(303)
                .header("Location", endsWith("notice=saved"));
        assertThat(declarations.newsletter("page-newsletter")).isEqualTo("email consent-withdrawn");
    }

    @Test
    void what_is_not_changed_is_not_declared() {
        var ucid = declarations.customer("page-same");

        form().formParam("choice-email-service", "on")
                .formParam("choice-sms-service", "on")
                .formParam("choice-print-marketing", "on")
                .formParam("language", "de")
                .post(link(ucid))
                .then()
                .statusCode(303);

        assertThat(declarations.consents(ucid).getList("history")).isEmpty();
    }

    @Test
    void an_objection_on_the_page_ends_all_advertising_until_it_is_taken_back() {
        var ucid = declarations.customer("page-object");
        var link = link(ucid);
        declarations.declared(ucid, "consents", GRANT.formatted("email"));

        form().formParam("action", "object").post(link).then().statusCode(303);
        assertThat(declarations.newsletter("page-object")).isEqualTo("email objected");
        browser().get(link).then().body(containsString("You have objected to all advertising"));

        // Ticks for advertising mean nothing as long as the objection is in force.
        form().formParam("choice-sms-marketing", "on")
                .formParam("choice-email-service", "on")
                .formParam("choice-sms-service", "on")
                .post(link)
                .then()
                .statusCode(303);
        assertThat(declarations.consents(ucid).getList("history.status")).containsExactly("confirmed", "objected");

        form().formParam("action", "lift").post(link).then().statusCode(303);
        assertThat(declarations.newsletter("page-object")).isEqualTo("email sent");
    }

    @Test
    void channel_language_and_quiet_hours_are_kept() {
        var ucid = declarations.customer("page-preferences");

        form().formParam("choice-email-service", "on")
                .formParam("choice-sms-service", "on")
                .formParam("choice-print-marketing", "on")
                .formParam("preferred-service", "print")
                .formParam("language", "en")
                .formParam("quiet-from", "20:00")
                .formParam("quiet-to", "08:00")
                .post(link(ucid))
                .then()
                .statusCode(303);

        var consents = declarations.consents(ucid);
        assertThat(consents.getString("preferences.channels.service")).isEqualTo("print");
        assertThat(consents.getString("preferences.language")).isEqualTo("en");
        assertThat(consents.getString("preferences.quietHours.from")).isEqualTo("20:00");
        assertThat(consents.getString("preferences.entry.source")).isEqualTo("preference-page");
        assertThat(consents.getString("preferences.entry.recordedBy")).isEqualTo("customer");
        assertThat(declarations.invoice("page-preferences")).isEqualTo("print sent");
    }

    @Test
    void one_click_of_a_mail_program_unsubscribes_and_a_visit_does_not() {
        var ucid = declarations.customer("page-click");
        var link = link(ucid);
        declarations.declared(ucid, "consents", GRANT.formatted("email"));

        browser().get(link).then().statusCode(200);
        assertThat(declarations.newsletter("page-click")).isEqualTo("email sent");

        given().contentType(ContentType.URLENC)
                .body("List-Unsubscribe=One-Click")
                .post(link)
                .then()
                .statusCode(200)
                .body(equalTo("Unsubscribed"));
        assertThat(declarations.newsletter("page-click")).isEqualTo("email consent-withdrawn");
        given().multiPart("List-Unsubscribe", "One-Click").post(link).then().statusCode(200);
    }

    private String optOut(String ucid) {
        return selfService.optOutPath(
                customers.find(new Ucid(ucid)).orElseThrow().id());
    }

    private static void click(String link) {
        given().contentType(ContentType.URLENC)
                .body("List-Unsubscribe=One-Click")
                .post(link)
                .then()
                .statusCode(200)
                .body(equalTo("Unsubscribed"));
    }

    @Test
    void the_link_of_a_mail_unsubscribes_by_a_button_and_does_nothing_else() {
        var ucid = declarations.customer("page-opt-out");
        var link = optOut(ucid);
        declarations.declared(ucid, "consents", GRANT.formatted("email"));

        browser()
                .get(link)
                .then()
                .statusCode(200)
                .body(containsString("value=\"unsubscribe\""), not(containsString("choice-")));
        form().formParam("action", "object").post(link).then().statusCode(404);
        form().formParam("choice-sms-marketing", "on").post(link).then().statusCode(404);
        assertThat(declarations.consents(ucid).getList("history.status")).containsExactly("confirmed");

        var done = form().formParam("action", "unsubscribe").post(link);
        done.then().statusCode(303);
        browser().get(done.getHeader("Location")).then().body(containsString("You are unsubscribed"));
        assertThat(declarations.newsletter("page-opt-out")).isEqualTo("email consent-withdrawn");
    }

    @Test
    void who_clicks_twice_is_unsubscribed_once_and_again_after_another_consent() {
        var ucid = declarations.customer("page-twice");
        var link = optOut(ucid);

        click(link);
        click(link);
        assertThat(declarations.consents(ucid).getList("history.status")).containsExactly("unsubscribed");
        assertThat(declarations.consents(ucid).getString("history[0].evidence"))
                .isEqualTo("List-Unsubscribe=One-Click");

        declarations.declared(ucid, "consents", GRANT.formatted("email"));
        click(link);
        assertThat(declarations.consents(ucid).getList("history.status"))
                .containsExactly("unsubscribed", "confirmed", "unsubscribed");
    }

    @Test
    void a_click_counts_for_a_restricted_customer_and_for_whom_it_was_merged_into() {
        var survivor = declarations.customer("page-survivor");
        var gone = declarations.customer("page-gone");
        var link = optOut(gone);
        declarations.declared(survivor, "restriction", "{\"reason\": \"Disputes the address\"}");
        caller.as("steward")
                .body("{\"other\": \"" + gone + "\", \"reason\": \"called in\"}")
                .post("/api/v1/customers/" + survivor + "/merge")
                .then()
                .statusCode(200);

        assertThat(customers.find(new Ucid(gone)).orElseThrow().ucid()).isEqualTo(new Ucid(survivor));
        click(link);

        assertThat(declarations.consents(survivor).getList("history.status")).contains("unsubscribed");
    }

    @Test
    void a_click_tells_nobody_whether_there_still_is_such_a_customer() {
        var link = selfService.optOutPath(UUID.randomUUID());

        browser().get(link).then().statusCode(200);
        click(link);
        browser().get(SelfService.SAMPLE_OPT_OUT).then().statusCode(404);
    }

    @Test
    void an_old_link_to_the_preferences_still_unsubscribes() {
        var ucid = declarations.customer("page-old");
        var id = customers.find(new Ucid(ucid)).orElseThrow().id();
        var link = "/preferences/" + links.sign("preferences", id, Instant.now().minusSeconds(1));

        browser().get(link).then().statusCode(410);
        click(link);

        assertThat(declarations.consents(ucid).getList("history.status")).containsExactly("unsubscribed");
    }

    @Test
    void a_link_that_was_changed_or_made_up_leads_nowhere() {
        var mine = link(declarations.customer("page-mine"));
        var other = link(declarations.customer("page-other"));
        var mixed = "/preferences/" + other.substring("/preferences/".length(), 30) + mine.substring(30);

        for (var hostile : new String[] {mine + "A", mine.substring(0, mine.length() - 1), mixed, "/preferences/x"}) {
            browser().get(hostile).then().statusCode(404).body(containsString("This link does not work"));
            form().formParam("action", "object").post(hostile).then().statusCode(404);
            given().contentType(ContentType.URLENC)
                    .body("List-Unsubscribe=One-Click")
                    .post(hostile)
                    .then()
                    .statusCode(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"preferences", "confirm"})
    void a_link_for_one_thing_does_not_open_another(String page) {
        var use = page.equals("confirm") ? "preferences" : "confirm-consent";
        var token = links.sign(use, UUID.randomUUID(), Instant.now().plusSeconds(60));

        browser().get("/" + page + "/" + token).then().statusCode(404);
    }

    @Test
    void a_link_expires() {
        var token = links.sign("preferences", UUID.randomUUID(), Instant.now().minusSeconds(1));

        browser().get("/preferences/" + token).then().statusCode(410).body(containsString("It has expired"));
    }

    @Test
    void values_that_the_form_does_not_offer_are_refused() {
        var ucid = declarations.customer("page-values");

        form().formParam("preferred-service", "fax").post(link(ucid)).then().statusCode(400);
        form().formParam("quiet-from", "noon")
                .formParam("quiet-to", "08:00")
                .post(link(ucid))
                .then()
                .statusCode(400);

        assertThat(declarations.consents(ucid).getList("history")).isEmpty();
    }
}
