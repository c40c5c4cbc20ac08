package io.chancery.web.author;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.message.Caller;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.web.Browser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** From a sentence that an author changes to the version that a colleague publishes. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class WorkshopBrowserTest {

    private static final String KEY = "browser-letter";
    private static final String WORKSHOP = "/templates/" + KEY + "/workshop";
    private static final String EDITOR = ".cm-content";

    @Inject
    Caller caller;

    /** Nothing of it is left for tests that count templates. */
    @AfterEach
    void retire() {
        for (int version = 1; version <= 2; version++) {
            caller.as("admin")
                    .contentType("application/json")
                    .body("{}")
                    .post("/api/v1/templates/" + KEY + "/versions/" + version + "/retire");
        }
    }

    private Browser as(String role) {
        return Browser.open().signedIn(caller.key(role));
    }

    @Test
    void a_sentence_is_changed_seen_on_three_channels_approved_and_published() {
        var browser = as("author");
        browser.go("/templates").see("main", "Rechnung", "In Gebrauch").isContent();
        browser.screenshots("templates");
        beginCopy(browser);
        typeAndSee(browser);
        submit(browser, "Die erste Fassung");
        browser.see(".decision", "Freigeben darf, wer die Rolle");
        browser.see("main", "Alles an ihr ist neu");
        assertThat(browser.all("form[action$='/approve'], form[action$='/return']"))
                .isEmpty();
        firstReview();
        approveAndPublish("1");
        change("Und noch einer, nur zur Probe." + "<br/>Zeile".repeat(50), "Die zweite Fassung");
        review();
        approveAndPublish("2");
        giveBack();
        goBackAndPublishLater();
        assertThat(Browser.open()
                        .signedIn(caller.key("author"))
                        .go("/templates/" + KEY)
                        .see("main", "in Gebrauch", "gilt ab 31.01.2030", "Geschäftsbriefe")
                        .isContent()
                        .screenshot("template")
                        .all("main table tbody tr"))
                .hasSize(3);
    }

    private static void beginCopy(Browser browser) {
        browser.driver()
                .findElement(By.cssSelector("#from option[value='welcome']"))
                .click();
        browser.type("#key", KEY).click(".begin button").see(EDITOR, "{#subject}");
        assertThat(browser.path()).isEqualTo(WORKSHOP);
        seen(browser);
        browser.see(".channel-print", "Seite 1 von")
                .see("#bubbles", "Lindenwerk")
                .isContent();
    }

    /** Waits for mail and letter. */
    private static void seen(Browser browser) {
        shown(browser, "#preview[data-words][data-paper]");
    }

    private static void shown(Browser browser, String selector) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> !browser.all(selector).isEmpty());
    }

    /** Of a workshop, once what it shows is there. */
    private static void pictures(Browser browser, String name) {
        for (var theme : List.of("light", "dark")) {
            browser.choose("theme", theme).driver().navigate().refresh();
            seen(browser);
            browser.screenshot(name + "-" + theme);
            browser.phone(true).screenshot(name + "-" + theme + "-phone").phone(false);
        }
        browser.choose("theme", "auto");
    }

    private static void typeAndSee(Browser browser) {
        browser.click(EDITOR).press(Keys.chord(Keys.CONTROL, Keys.END));
        browser.press("\n<p>Ein ganz neuer Satz.</p>");
        insideMail(browser, "Ein ganz neuer Satz.");
        browser.press("{customer.").see(".cm-tooltip-autocomplete", "familyName");
        browser.press(Keys.ESCAPE).press("nothing}");
        browser.see("#problems", "nothing");
        shown(browser, ".cm-lint-marker-error");
        browser.screenshot("workshop-fault");
        browser.press("<script>document.title='hacked'</script>").see("#problems", "nothing");
        clear(browser);
        browser.press("{#subject}Guten Tag{/subject}<p><script>document.title='hacked'</script></p>");
        browser.see("#problems", "hat in einer E-Mail keinen Platz");
        assertThat(browser.driver().getTitle()).doesNotContain("hacked");
        clear(browser);
        browser.press(
                "{#subject}Guten Tag{/subject}\n{#preheader}Neues{/preheader}\n<p>Ein ganz neuer Satz fuer {customer.name}.</p>\n"
                        + "{#promote}<p>Ein Angebot.</p>{/promote}\n{#sms}Guten Tag{/sms}");
        browser.see("#problems", "Alles in Ordnung");
        insideMail(browser, "Ein ganz neuer Satz fuer");
        browser.click("#zones");
        browser.click("#test").see("#trial", "Ihr Konto hat keine Adresse dafür", "PDF öffnen");
        leaveByKeyboard(browser);
        browser.click("#save").see("#state", "Gespeichert");
        browser.isContent();
        pictures(browser, "workshop");
    }

    /** Chromium itself styles what replaces marked words, and complains that the page's policy refuses that. */
    private static void clear(Browser browser) {
        browser.press(Keys.chord(Keys.CONTROL, "a")).press(Keys.DELETE);
    }

    /** Nothing runs in the frame of the mail, not even what a driver would ask there. */
    private static void insideMail(Browser browser, String words) {
        var text = "return document.getElementById('mail').contentDocument.body.textContent";
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        String.valueOf(browser.driver().executeScript(text)).contains(words));
    }

    private static void leaveByKeyboard(Browser browser) {
        browser.click(EDITOR).press(Keys.ESCAPE).press(Keys.TAB);
        assertThat(browser.all(EDITOR + ":focus")).isEmpty();
    }

    private static void submit(Browser browser, String comment) {
        browser.click(".submit summary").type("#reason", comment).click(".submit button");
        browser.see("main", "Eingereicht", comment);
    }

    private void firstReview() {
        var browser = as("approver").go("/reviews/templates/" + KEY + "/1");
        browser.driver().executeScript("document.getElementById('rendered').scrollIntoView()");
        browser.see(".fixture .on-channel", "nur jetzt");
        shown(browser, ".page-pair img");
        browser.isContent();
        browser.screenshot("review-first");
    }

    /** Back to what was live before, and the other one again from a day on. */
    private void goBackAndPublishLater() {
        var browser = as("approver").go("/reviews/templates/" + KEY + "/1");
        browser.click("form[action$='/publish'] button").see("main", "Veröffentlicht.");
        browser.go("/templates/" + KEY).see("main", "in Gebrauch");
        assertThat(browser.all("main table tbody tr").get(2).getText()).contains("in Gebrauch");
        browser.go("/reviews/templates/" + KEY + "/2");
        browser.driver().executeScript("document.getElementById('from').value = '2030-01-31T08:30'");
        browser.click("form[action$='/publish'] button").see("main", "Veröffentlicht.");
        browser.see(".history", "gilt ab 31.01.2030")
                .see("main .notice", "daraus ab 31.01.2030, 08:30")
                .isContent();
        browser.screenshot("review-later");
    }

    private void approveAndPublish(String version) {
        var browser = as("approver").go("/reviews").see("main", "Die ").isContent();
        browser.screenshots("reviews-" + version);
        browser.go("/reviews/templates/" + KEY + "/" + version)
                .click("form[action$='/approve'] button")
                .see("main", "Freigegeben. Jetzt");
        browser.click("form[action$='/publish'] button").see("main", "Veröffentlicht.");
        browser.isContent();
    }

    private void change(String sentence, String comment) {
        var browser = as("author").go(WORKSHOP);
        seen(browser);
        browser.click(EDITOR).press(Keys.chord(Keys.CONTROL, Keys.HOME), Keys.DOWN, Keys.END);
        browser.press("\n<p>" + sentence + "</p>");
        insideMail(browser, sentence.substring(0, 15));
        browser.see("#problems", "Nicht alle Sprachen sind geändert; wie in der Version in Gebrauch sind noch en");
        if (sentence.contains("Zeile")) {
            browser.see("#problems", "Der Brief hat 2 Seiten; mit der Version in Gebrauch sind es 1");
        }
        submit(browser, comment);
    }

    /** The authors have their text again, with what the approver wants of them. */
    private void giveBack() {
        change("Ein Satz zu viel.", "Die dritte Fassung");
        var version = "/reviews/templates/" + KEY + "/3";
        var browser = as("approver").go(version).click(".decision details summary");
        browser.type("#return-reason", "Bitte <b>kürzer</b>").click("form[action$='/return'] button");
        browser.see("main", "An die Autoren zurückgegeben").isContent();
        assertThat(browser.all("form[action$='/approve'], form[action$='/publish'], form[action$='/return']"))
                .isEmpty();
        browser =
                as("author").go(version).see(".history", "Bitte <b>kürzer</b>").go(WORKSHOP);
        browser.see(EDITOR, "Ein Satz zu viel.");
    }

    private void review() {
        var browser = as("approver").go("/reviews/templates/" + KEY + "/2");
        browser.see(".sides", "nur zur Probe").see("#data + *", "bleiben gleich");
        browser.see(
                "#glance", "Wie bisher sind: Englisch", "Beispielen haben sich geändert", "Brief: 2 statt 1 Seiten");
        browser.driver().executeScript("document.getElementById('rendered').scrollIntoView()");
        browser.see(".fixture .on-channel", "geändert");
        shown(browser, ".page-pair img");
        browser.isContent();
        browser.screenshot("review").choose("theme", "dark").go("/reviews/templates/" + KEY + "/2");
        browser.see("#glance", "Beispielen haben sich geändert");
        browser.screenshot("review-dark").phone(true).screenshot("review-phone").phone(false);
    }

    private static void bringAssets(Browser browser) {
        bring(browser, "alive.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>");
        browser.see("main .alert", "nicht, was ihr Name sagt");
        bring(
                browser,
                "seal.svg",
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h9v9z'/></svg>");
        browser.see("main .notice", "ist im Entwurf").see(".asset-list", "assets/seals/seal.svg");
        browser.click(".discard button").driver().switchTo().alert().accept();
        browser.see("h1", "Marken");
    }

    private static void bring(Browser browser, String name, String content) {
        try {
            var file = Files.writeString(Files.createTempDirectory("assets").resolve(name), content);
            browser.driver().findElement(By.id("asset")).sendKeys(file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        browser.type("#folder", "seals").click(".assets form button");
    }

    @Test
    void who_is_slower_loses_nothing_and_others_may_not_write() {
        var one = as("author").go("/blocks/greeting/workshop");
        one.see(EDITOR, "customer.greeting");
        seen(one);
        caller.as("author")
                .contentType("application/json")
                .body("{\"files\": {\"greeting.html\": \"<p>Hallo</p>\"}}")
                .put("/api/v1/blocks/greeting/draft")
                .then()
                .statusCode(200);

        one.click(EDITOR).press(Keys.chord(Keys.CONTROL, Keys.END)).press("<!-- mine -->");
        one.click("#save").see("#conflict", "inzwischen geändert");
        one.see(EDITOR, "mine");

        one.driver().executeScript("window.onbeforeunload = null; document.getElementById('workshop').submit()");
        one.see("main", "Meine Fassung darüber speichern").see(EDITOR, "mine");
        one.go("/blocks").see("main", "Bausteine").isContent();
        one.screenshot("blocks");
        one.go("/blocks/greeting").see("main", "Verwendet in").isContent();
        one.screenshots("block");
        one.go("/blocks/greeting/workshop").click(".discard button");
        one.driver().switchTo().alert().accept();
        one.see("h1", "Bausteine");

        one.go("/brands/lindenwerk/workshop").see(".assets", "assets/logo.svg").isContent();
        seen(one);
        pictures(one, "brand");
        bringAssets(one);

        var agent = as("agent").go(WORKSHOP);
        agent.see("h1", "nicht");
        assertThat(agent.all(".rail a[href='/templates']")).isEmpty();
    }
}
