package io.chancery.web.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.message.Caller;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.web.Browser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The messages as they come, and everything that is known of one. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class MessageBrowserTest {

    private static final String HOSTILE = "<img src=x onerror=alert(1)>";

    private static final String INVOICE = """
            {"template": "invoice", "customer": {"source": "crm", "record": "feed"}, "reference": "%1$s",
             "channels": ["print", "email", "sms"], "metadata": {"case": "%2$s"},
             "data": {"number": "%1$s", "date": "2026-11-20", "due": "2026-12-15", "currency": "EUR",
                "period": {"from": "2026-01-01", "to": "2026-10-31"},
                "items": [{"text": "%2$s", "quantity": "312", "unit": "kWh", "price": "0.3290", "vat": "19"}]}}
            """;

    @Inject
    Caller caller;

    @BeforeEach
    void customer() {
        caller.haveCustomer(
                "feed",
                Map.of(
                        "first_name", "Fiona",
                        "last_name", "Muster" + HOSTILE,
                        "street", "Teststr. 7",
                        "email", "fiona@example.org",
                        "mobile", "+491713920044"));
    }

    @Test
    void an_agent_watches_messages_come_and_finds_out_all_about_one() {
        var browser = Browser.open().signedIn(caller.key("agent"));
        browser.go("/messages").see(".live-mark", "Läuft mit");

        var id = caller.accepted(INVOICE.formatted("FEED-1", HOSTILE));

        browser.see("#m-" + id.replaceAll("^(\\d)", "\\\\3$1 "), "FEED-1");
        caller.ended(id);
        browser.isContent();

        browser.go("/messages?reference=FEED-1&channel=sms&from=2020-01-01").see("#found", "FEED-1");
        browser.screenshots("messages-search");
        browser.go("/messages?reference=FEED-1&until=2020-01-01").see("#found", "Keine Nachricht");
        browser.go("/messages?customer=nonsense")
                .see("#customer-fault", "keine UCID")
                .isContent();

        browser.go("/messages/" + id).see(".timeline", "Angenommen").isContent();
        browser.screenshots("message-timeline");
        browser.click("[href*='tab=print']").see("[aria-current]", "").see("h2", "");
        assertThat(browser.all("object.paper")).hasSize(1);
        browser.screenshot("message-letter");
        browser.click("[href*='tab=email']")
                .see(".envelope", "fiona@example.org")
                .isContent();
        assertThat(browser.all("iframe[sandbox]")).hasSize(1);
        browser.click("[href*='tab=sms']").see(".bubble", "").isContent();
        browser.click("[href*='tab=data']").see("pre", HOSTILE).isContent();
        browser.click("[href*='tab=decision']")
                .see(".guards", "Widerspruch", "ja")
                .isContent();
        browser.screenshots("message-decision");
        browser.click("[href*='tab=attempts']").see("table", "übernommen").isContent();
        browser.screenshot("message-attempts");
    }

    @Test
    void an_operator_cancels_what_has_not_gone_and_sees_no_data() {
        var id = caller.accepted(INVOICE.formatted("FEED-2", "x")
                .replace("\"reference\"", "\"sendAt\": \"2099-01-01T08:00:00Z\", \"reference\""));
        var browser = Browser.open().signedIn(caller.key("operator"));

        browser.go("/messages/" + id + "?tab=data").see("#state", "Compliance").isContent();
        assertThat(browser.all("pre")).isEmpty();
        browser.go("/messages/" + id).click("form[action$='/cancel'] button");
        browser.driver().switchTo().alert().accept();
        browser.see(".status.large", "nicht gesendet");
        assertThat(browser.all("form[action$='/cancel']")).isEmpty();

        browser = Browser.open().signedIn(caller.key("author"));
        browser.go("/messages/" + id);
        assertThat(browser.all(".timeline")).isEmpty();
    }
}
