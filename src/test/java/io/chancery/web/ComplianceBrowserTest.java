package io.chancery.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.message.Caller;
import io.chancery.platform.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A compliance officer's day: finds, proves, holds, gives away, checks, erases. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class ComplianceBrowserTest {

    private static final String HOSTILE = "<img src=x onerror=document.title='owned'>";

    @Inject
    Caller caller;

    private String record;
    private String message;
    private String ucid;

    @BeforeEach
    void have() {
        record = "desk-" + System.nanoTime();
        caller.haveCustomer(
                record,
                Map.of(
                        "first_name",
                        "Jörg",
                        "last_name",
                        HOSTILE,
                        "email",
                        record + "@example.org",
                        "street",
                        "Ringstraße 5",
                        "zip",
                        "10115",
                        "city",
                        "Berlin"));
        message = caller.accepted("""
                {"template": "welcome", "customer": {"source": "crm", "record": "%s"}, "channels": ["email"],
                 "reference": "%s", "data": {"contract": "V-1", "tariff": "Öko", "from": "2027-01-01",
                    "instalment": "87.00", "currency": "EUR"}}
                """.formatted(record, record));
        caller.ended(message);
        ucid = caller.ucid(record);
    }

    @Test
    void a_compliance_officer_finds_proves_holds_and_gives_away() {
        var browser = Browser.open().signedIn(caller.key("compliance"));

        findAndSave(browser);
        prove(browser);
        hold(browser);
        export(browser);
        check(browser);
        audit(browser);
        browser.go("/processing-record").see("h1", "Verarbeitungsverzeichnis").isContent();
        browser.screenshots("processing-record");
    }

    private void findAndSave(Browser browser) {
        browser.go("/archive").see("h1", "Archiv");
        browser.type("#q", "nosuch:thing").click(".query-line button").see(".alert", "Dieses Suchwort gibt es nicht");
        browser.type("#q", "reference:" + record)
                .click(".query-line button")
                .see("#results h2", "1 Sendungen")
                .see(".archive-list tbody", record, ucid);
        browser.isContent().screenshots("archive");
        browser.click(".results-head summary")
                .type("#name", "desk-search")
                .click(".results-head .menu button")
                .see(".notice", "gespeichert")
                .see(".saved", "desk-search", "reference:" + record);
        browser.go("/archive?q=reference:" + record).click(".archive-list tbody a");
    }

    private void prove(Browser browser) {
        browser.see("h1", record).see(".proof", "Nachweis", "Die Einträge sind, wie sie geschrieben wurden", "stimmt");
        browser.see(".facts", HOSTILE).see(".hashes", "SHA-256");
        assertThat(browser.all("iframe[sandbox]")).hasSize(1);
        assertThat(browser.driver().getTitle()).doesNotContain("owned");
        browser.isContent().screenshots("archive-entry");
        browser.click(".proof [hx-get]").see(".proof", "Soeben geprüft");
    }

    private void hold(Browser browser) {
        browser.go("/legal-holds?message=" + message).see("h1", "Löschsperren");
        browser.type("#customer", ucid)
                .type("#reason", "Klage 4 O 17/26")
                .click("main form.form button")
                .see("#customer-fault", "genau eines");
        assertThat(browser.all("#reason"))
                .singleElement()
                .satisfies(field -> assertThat(field.getDomProperty("value")).isEqualTo("Klage 4 O 17/26"));
        browser.isContent();
        browser.type("#message", "").click("main form.form button").see("h1", "Klage 4 O 17/26");
        browser.see(".page-head", "in Kraft").isContent().screenshots("legal-hold");
        browser.go("/legal-holds").see(".table", ucid, "Klage 4 O 17/26").isContent();
        browser.screenshots("legal-holds");
        browser.click(".table a").type("#reason", "Vergleich").click("main form.form button");
        browser.driver().switchTo().alert().accept();
        browser.see(".page-head", "aufgehoben").see(".facts", "Vergleich");
    }

    private void export(Browser browser) {
        browser.go("/exports")
                .click("main form.form button")
                .see("#from-fault", "Bitte ausfüllen")
                .isContent();
        browser.go("/exports?message=" + message)
                .click("main form.form button")
                .see("h1", "Auszüge")
                .see(".table", message);
        browser.see(".table", "bereit").isContent().screenshots("exports");
    }

    /** Other tests forge entries of their own in the same archive: the report may speak of those, not of ours. */
    private void check(Browser browser) {
        browser.go("/checks")
                .click("main .page-head button")
                .gone("progress")
                .see(".report", "verglichen")
                .isContent();
        assertThat(browser.all(".report").get(0).getText())
                .doesNotContain(caller.read(message).getString("deliveries[0].id"));
        browser.screenshots("checks");
    }

    private void audit(Browser browser) {
        browser.go("/audit").see("h1", "Zugriffsprotokoll").see(".audit", "test-compliance", "Löschsperre");
        browser.driver().findElement(org.openqa.selenium.By.id("subject")).sendKeys(ucid);
        browser.go("/audit?subjectKind=legal-hold&action=released")
                .see(".audit", "freigegeben")
                .isContent();
        browser.screenshots("audit");
    }

    @Test
    void what_is_due_is_proposed_by_one_person_and_decided_by_another() {
        var browser = Browser.open().signedIn(caller.key("compliance"));

        browser.go("/expiries")
                .see("h1", "Aufbewahrungskalender")
                .see(".calendar", "Geschäftsbriefe")
                .isContent();
        browser.screenshots("expiries");
        browser.click("main .page-head button");
        browser.driver().switchTo().alert().accept();
        browser.see("h1", "Vorschlag vom").isContent().screenshots("expiry");
    }

    @Test
    void a_person_is_told_and_erased() {
        var browser = Browser.open().signedIn(caller.key("compliance"));

        browser.go("/customers/" + ucid + "/erasure").see("h1", ucid).see("#report", "Was eine Löschung");
        browser.isContent().screenshots("erasure");
        browser.type("#reason", "Antrag vom 12. März").click("main form.form button.danger");
        browser.driver().switchTo().alert().accept();
        browser.see("#report", "Bericht über die Löschung")
                .see(".facts", "Antrag vom 12. März")
                .isContent();
    }

    @Test
    void others_see_nothing_of_that() {
        var browser = Browser.open().signedIn(caller.key("agent"));

        browser.go("/archive")
                .see("#results", "Bitte zuerst einen Kunden angeben")
                .isContent();
        browser.go("/archive?customer=" + ucid).see(".archive-list", record).click(".archive-list tbody a");
        browser.see("h1", record);
        assertThat(browser.all(".proof, a[href^='/legal-holds'], a[href^='/exports']"))
                .isEmpty();
        for (var page : List.of("/legal-holds", "/expiries", "/exports", "/checks", "/audit", "/processing-record")) {
            browser.go(page);
            assertThat(browser.all("main form, main table")).isEmpty();
        }
    }
}
