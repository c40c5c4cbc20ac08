package io.chancery.web.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.message.Caller;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.web.Browser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** What operators look after: what is held, providers, print runs. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class OperationBrowserTest {

    private static final String WELCOME = """
            {"template": "welcome", "customer": {"source": "crm", "record": "stopped"}, "reference": "%1$s",
             "channels": ["print"], "data": {"contract": "%1$s", "tariff": "Öko", "currency": "EUR",
                "from": "2027-01-01", "instalment": "87.00"}}
            """;

    @Inject
    Caller caller;

    @Test
    void an_operator_stops_a_template_calls_one_off_and_lets_the_rest_go() {
        caller.haveCustomer(
                "stopped",
                Map.of("first_name", "Susi", "last_name", "Muster", "street", "Teststr. 4", "email", "s@example.org"));
        var browser = Browser.open().signedIn(caller.key("operator"));
        browser.go("/holds").see("h1", "Angehalten").isContent();
        browser.driver().findElement(By.id("template")).sendKeys("welcome");
        browser.type("#note", "<script>alert(1)</script>").click("form[action='/holds/stops'] button");
        browser.driver().switchTo().alert().accept();
        browser.see("main", "<script>alert(1)</script>");

        var first = caller.accepted(WELCOME.formatted("STOP-1"));
        var second = caller.accepted(WELCOME.formatted("STOP-2"));
        org.awaitility.Awaitility.await()
                .until(() -> caller.read(first)
                                .getString("deliveries[0].status")
                                .equals("held")
                        && caller.read(second).getString("deliveries[0].status").equals("held"));
        browser.go("/holds?reason=stopped").see("table", "Vorlage").isContent();
        browser.screenshots("holds");
        browser.click("[aria-label*='" + first + "']").click("[formaction$='/cancel']");
        browser.driver().switchTo().alert().accept();
        browser.see(".notice", "1");
        caller.ended(first);
        browser.click("form[action='/holds/stops/" + stopOf(second) + "/lift'] button");
        browser.driver().switchTo().alert().accept();
        browser.see(".notice", "Betroffene");
        assertThat(caller.ended(second).getString("status")).isEqualTo("delivered");

        browser.go("/providers").see("main", "arbeitet", "Bereit").isContent();
        browser.screenshots("providers");
        browser.go("/print-runs").see("h1", "Druckläufe").isContent();
        browser.screenshots("print-runs");

        browser = Browser.open().signedIn(caller.key("agent"));
        browser.go("/holds").see("h1", "Angehalten");
        assertThat(browser.all("form[action^='/holds']")).isEmpty();
        browser.go("/providers");
        assertThat(browser.all("#board")).isEmpty();
    }

    /** Other tests have stops of their own. */
    private String stopOf(String message) {
        return caller.as("operator")
                .get("/api/v1/messages/" + message + "/events")
                .then()
                .statusCode(200)
                .extract()
                .path("find { it.kind == 'held' }.detail.stop");
    }
}
