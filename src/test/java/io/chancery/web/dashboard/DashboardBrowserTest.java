package io.chancery.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.message.Caller;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.web.Browser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;

/** What went out, as an author, an operator or a compliance officer sees it. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class DashboardBrowserTest {

    @Inject
    Caller caller;

    private void sendOnThreeChannels() {
        caller.haveCustomer(
                "tally",
                Map.of(
                        "first_name", "Tilda",
                        "last_name", "Muster",
                        "street", "Teststr. 6",
                        "email", "tilda@example.org",
                        "mobile", "+491713920066"));
        caller.allEnded(caller.accepted("""
                {"template": "invoice", "customer": {"source": "crm", "record": "tally"}, "reference": "TALLY-1",
                 "channels": ["print", "email", "sms"],
                 "data": {"number": "TALLY-1", "date": "2026-11-20", "due": "2026-12-15", "currency": "EUR",
                    "period": {"from": "2026-01-01", "to": "2026-10-31"},
                    "items": [{"text": "Strom", "quantity": "312", "unit": "kWh", "price": "0.3290", "vat": "19"}]}}
                """));
    }

    @Test
    void an_author_sees_how_much_went_out_how_far_it_came_and_what_was_saved() {
        var browser = Browser.open().signedIn(caller.key("author"));
        long before = handedOver(browser);
        sendOnThreeChannels();
        Awaitility.await().until(() -> handedOver(browser) >= before + 3);

        browser.see("[aria-labelledby='by-channel']", "Brief", "E-Mail", "SMS")
                .see("[aria-labelledby='by-template']", "Rechnung")
                .see("[aria-labelledby='by-purpose']", "Zahlung anfordern")
                .see("[aria-labelledby='times']", "im Mittel")
                .see(".tiles", "Gespartes Porto", "EUR", "Briefe weniger");
        assertThat(browser.all(".chart rect"))
                .extracting(part -> part.getDomAttribute("data-channel"))
                .contains("print", "email", "sms");
        browser.click(".chart summary").isContent().screenshots("dashboard");
        assertThat(sumOfTable(browser)).isEqualTo(handedOver(browser));

        browser.go("/dashboard?period=year").see(".filter [aria-current]", "12 Monate");
        assertThat(handedOver(browser)).isGreaterThanOrEqualTo(before + 3);
    }

    /** So many were handed over today, or none. */
    private static long handedOver(Browser browser) {
        return browser.go("/dashboard?period=today").all(".tile:nth-child(2) .value").stream()
                .mapToLong(DashboardBrowserTest::number)
                .sum();
    }

    /** What stands under the chart in numbers, all together. */
    private static long sumOfTable(Browser browser) {
        return browser.all(".chart td.number").stream()
                .mapToLong(DashboardBrowserTest::number)
                .sum();
    }

    private static long number(WebElement element) {
        return Long.parseLong(element.getText().replace(".", ""));
    }

    @Test
    void agents_have_no_figures_of_all() {
        var browser = Browser.open().signedIn(caller.key("agent")).go("/dashboard");

        browser.see("h1", "Das dürfen Sie nicht sehen");
        for (var figure : List.of(".tile", ".chart", "main table", ".rail a[href='/dashboard']")) {
            assertThat(browser.all(figure)).as(figure).isEmpty();
        }
    }
}
