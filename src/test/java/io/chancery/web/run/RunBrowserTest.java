package io.chancery.web.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.dispatch.sms.smsc.MagicNumber;
import io.chancery.message.Caller;
import io.chancery.message.Standstill;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.web.Browser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** A run from the empty form to its last outcome. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class RunBrowserTest {

    private static final String HEADER =
            "source;record;reference;data.contract;data.tariff;data.currency;data.from;data.instalment\n";

    @Inject
    Caller caller;

    @Inject
    Standstill standstill;

    @TempDir
    Path folder;

    @BeforeEach
    void customer() {
        caller.haveCustomer(
                "runner",
                Map.of("first_name", "Rita", "last_name", "Muster", "street", "Teststr. 8", "email", "r@example.org"));
    }

    @Test
    void an_operator_sends_a_file_corrects_it_and_starts_the_run() throws IOException {
        var browser = Browser.open().signedIn(caller.key("operator"));
        browser.go("/runs")
                .see("h1", "Läufe")
                .click("[href='/runs/new']")
                .see("h1", "Neuer Lauf")
                .isContent();
        browser.type("#data", "no json").click("[value='print']").click(".form button");
        browser.see("#data-fault", "JSON-Objekt").isContent();
        browser.screenshot("run-new-refused");
        browser.driver().findElement(By.id("template")).sendKeys("Willkommen");
        browser.type("#data", "").type("#reference", "<b>2026-11</b>").click(".form button");
        browser.see("h1", "<b>2026-11</b>").see("main", "Entwurf").isContent();

        send(browser, HEADER + line("runner", 1) + "crm;nobody;B-2;B-2;Öko;EUR;2027-01-01;1.00\n" + line("runner", 3));
        browser.see(".notice", "Neue Zeilen: 3").click("form[action$='/check'] button");
        browser.see(".status.large", "bereit")
                .see("#fault-list", "3", "Diesen Datensatz oder Kunden gibt es nicht")
                .isContent();
        browser.screenshots("run-faults");
        send(browser, HEADER + line("runner", 1) + "crm;nobody;B-2;B-2;Öko;EUR;2027-01-01;1.00\n" + line("runner", 3));
        browser.see(".notice", "Schon da: 3");

        browser.click("[name='onFaults']").click("form[action$='/start'] button");
        browser.see(".status.large", "abgeschlossen").see(".stages", "2");
        browser.isContent();
        browser.screenshots("run");
        browser.go("/runs").see("table", "abgeschlossen").isContent();
        browser.screenshots("runs");

        browser = Browser.open().signedIn(caller.key("author"));
        browser.go("/runs");
        assertThat(browser.all("table")).isEmpty();
    }

    @Test
    void an_operator_holds_a_run_up_and_sends_once_more_what_has_failed_and_nothing_else() throws Exception {
        haveNumber("lucky", "Wenzel", "Glückspilz", "+491713920078");
        haveNumber("mishap", "Zenzi", "Unglücksrabe", MagicNumber.EXPIRED.number());
        var browser = Browser.open().signedIn(caller.key("operator")).go("/runs/new");
        browser.driver().findElement(By.id("template")).sendKeys("Willkommen");
        browser.type("#reference", "Anhalten")
                .click("[value='sms']")
                .click(".form button")
                .see("main", "Entwurf");
        send(browser, HEADER + line("lucky", 1) + line("mishap", 2));
        browser.click("form[action$='/check'] button").see(".status.large", "bereit");

        standstill.during(() -> {
            browser.click("form[action$='/start'] button").see(".status.large", "läuft");
            browser.click("form[action$='/pause'] button").see(".status.large", "angehalten");
        });
        browser.click("form[action$='/resume'] button");
        browser.see(".status.large", "abgeschlossen")
                .see(".stages [data-stage='DELIVERED']", "1")
                .see(".stages [data-stage='FAILED']", "1")
                .see("#failed-list", "3", "B-2", "SMS", "kam als unzustellbar zurück")
                .isContent();
        browser.screenshots("run-failed");

        haveNumber("mishap", "Zenzi", "Unglücksrabe", "+491713920077");
        browser.click("form[action$='/retry'] button");
        browser.driver().switchTo().alert().accept();
        browser.see(".stages [data-stage='DELIVERED']", "2")
                .see(".stages [data-stage='FAILED']", "0")
                .see(".status.large", "abgeschlossen")
                .gone("form[action$='/retry']")
                .gone("#failed-list");
    }

    private void haveNumber(String record, String firstName, String lastName, String number) {
        caller.haveCustomer(record, Map.of("first_name", firstName, "last_name", lastName, "mobile", number));
    }

    private static String line(String record, int number) {
        return "crm;%1$s;B-%2$d;B-%2$d;Öko;EUR;2027-01-01;1.00\n".formatted(record, number);
    }

    private void send(Browser browser, String lines) throws IOException {
        var file = Files.writeString(folder.resolve("lines.csv"), lines);
        browser.driver().findElement(By.id("file")).sendKeys(file.toString());
        browser.driver().findElement(By.id("delimiter")).sendKeys("Semi");
        browser.click("[data-upload] button");
    }
}
