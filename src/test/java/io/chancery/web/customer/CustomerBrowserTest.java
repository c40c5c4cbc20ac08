package io.chancery.web.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.message.Caller;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.web.Browser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An agent's day: find the customer, see everything, put on record what they say. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class CustomerBrowserTest {

    private static final String HOSTILE = "Wunibald<img src=x onerror=alert(1)>";

    @Inject
    Caller caller;

    private String invoiceTo(String record) {
        return invoiceTo(record, "");
    }

    private String invoiceTo(String record, String more) {
        return caller.accepted("""
                {"template": "invoice", "customer": {"source": "crm", "record": "%s"}, "reference": "R-77",
                 %s
                 "data": {"number": "R-77", "date": "2026-11-20", "due": "2026-12-15",
                  "period": {"from": "2026-01-01", "to": "2026-10-31"}, "currency": "EUR", "meter": "1ESY1234567890",
                  "items": [{"text": "Strom", "quantity": "312", "unit": "kWh", "price": "0.3290", "vat": "19"}]}}
                """.formatted(record, more));
    }

    private String customer(String record, String familyName) {
        caller.haveCustomer(
                record,
                Map.of(
                        "first_name",
                        HOSTILE,
                        "last_name",
                        familyName,
                        "birthdate",
                        "1971-03-04",
                        "street",
                        "Am Hang 5",
                        "email",
                        familyName.toLowerCase(Locale.ROOT) + "@example.org"));
        return caller.ucid(record);
    }

    @Test
    void an_agent_finds_a_customer_and_sees_and_does_everything_on_one_page() {
        var ucid = customer("QB1", "Quitzdorfer");
        caller.ended(invoiceTo("QB1"));
        var browser = Browser.open().signedIn(caller.key("agent"));

        browser.go("/customers").see("h1", "Kunden").type("#q", "quitzd").see("#found", "Quitzdorfer");
        browser.isContent().screenshots("customers");
        browser.go("/customers?q=quitzd").click("#found tbody a").see("h1", "Quitzdorfer");
        assertThat(browser.path()).isEqualTo("/customers/" + ucid);
        browser.see("#timeline-of-all", "R-77").see(".lineage", "Am Hang 5").isContent();
        assertThat(browser.all("main img, a[href$='/merge'], a[href$='/gdpr-export']"))
                .isEmpty();

        browser.click("#act-objection summary").click("#act-objection button").see("#o-fault", "wird gebraucht");
        browser.type("#o-reason", "Will keine Werbung").click("#act-objection button");
        browser.see(".notice", "Festgehalten").see(".page-head", "Widerspruch gegen Werbung");
        browser.click("#act-consent summary")
                .click("#act-consent [value='confirmed']")
                .click("#act-consent button");
        browser.see("#c-text-fault", "nachweisen").type("#c-text", "Rechnungen bitte per Mail");
        browser.click("#act-consent button").see(".proofs", "Rechnungen bitte per Mail");
        browser.screenshots("customer");

        browser.go("/customers/" + ucid + "?channel=sms").see("#timeline-of-all", "Keine Nachricht passt dazu");
        browser.go("/customers/" + ucid + "/preference-link").see(".notice", "nur für den Kunden");
        browser.isContent();
    }

    private void stop(Browser browser, String ucid, String message) {
        browser.go("/customers/" + ucid).click("form[action$='/" + message + "/cancel'] button");
        browser.driver().switchTo().alert().accept();
        browser.see(".notice", "Gestoppt");
        assertThat(caller.read(message).getString("status")).isEqualTo("cancelled");
    }

    @Test
    void an_agent_sends_once_more_and_changes_wishes_and_stops_an_address() {
        var ucid = customer("QB2", "Mispelbaum");
        caller.ended(invoiceTo("QB2"));
        var browser = Browser.open().signedIn(caller.key("agent"));
        browser.go("/customers/" + ucid).click("form[action$='/resend'] button");
        browser.driver().switchTo().alert().accept();
        browser.see(".notice", "Noch einmal gesendet").see(".sent", "Wiederholt eine frühere Nachricht");

        stop(browser, ucid, invoiceTo("QB2", "\"sendAt\": \"2099-01-01T08:00:00Z\","));

        browser.click("[aria-labelledby='preferences'] summary").click("#p-service [value='print']");
        browser.click("[action$='/preferences'] button").see("[aria-labelledby='preferences']", "Brief");
        browser.click("#act-suppression summary").type("#s-address", "mispelbaum@example.org");
        browser.click("#act-suppression .danger").see(".reach", "gesperrt");
        browser.type(".reach [name='reason']", "Ist wieder gut")
                .click(".reach button")
                .gone(".reach form");
        browser.isContent();

        caller.as("author").get("/customers/" + ucid).then().statusCode(403);
        caller.as("agent").get("/customers/" + ucid + "/merge").then().statusCode(403);
    }
}
