package io.chancery.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.RunningChancery;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A newcomer's first minutes: a fresh Chancery, its demo, and one invoice of their own, in a real browser. */
class BrowserIT {

    private static final List<String> ARGUMENTS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=1280,1600",
            "--accept-lang=de");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static RunningChancery chancery;
    private static String key;
    private static WebDriver browser;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void start() {
        var chromium = onPath("chromium");
        var driver = onPath("chromedriver");
        boolean both = chromium.isPresent() && driver.isPresent();
        Assumptions.assumeTrue(
                both || "true".equals(System.getenv("CI")),
                "No browser test: install chromium and chromium-driver to have it run");
        // The first start is killed while it loads the demo; the second goes on with it.
        var first = startChancery();
        key = first.printedKey();
        first.kill();
        chancery = startChancery();
        // One of the twenty waits for its date; all others end, but for advertising that the kill met in its hand-over.
        Awaitility.await().atMost(Duration.ofMinutes(3)).untilAsserted(() -> {
            assertThat(demo("/api/v1/messages?limit=200")).hasSizeGreaterThanOrEqualTo(20);
            assertThat(open()).hasSize(1);
        });
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(driver.orElseThrow())
                        .build(),
                new ChromeOptions()
                        .setBinary(chromium.orElseThrow())
                        .addArguments(ARGUMENTS)
                        .setExperimentalOption("prefs", Map.of("intl.accept_languages", "de")));
    }

    private static RunningChancery startChancery() {
        return RunningChancery.start(
                Map.of("chancery.data.directory", folder.resolve("data").toString()),
                List.of("-Xmx512m", RunningChancery.QUICK_START),
                folder.resolve("chancery.log"));
    }

    private static Optional<File> onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .map(Path::toFile)
                .findFirst();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.quit();
        }
        if (chancery != null) {
            chancery.close();
        }
    }

    @Test
    void a_kill_in_the_middle_leaves_a_demo_that_is_complete_and_not_doubled() {
        assertThat(demo("/api/v1/messages?limit=200")).hasSize(20).doesNotHaveDuplicates();
        assertThat(statuses()).contains("accepted", "sent", "delivered", "skipped", "expired", "failed", "returned");
    }

    /** The references of the demo's own messages. */
    private static List<String> demo(String path) {
        return chancery.get(path, key).findValuesAsText("reference").stream()
                .filter(reference -> reference.matches("[A-Z]+-DEMO-\\d\\d"))
                .toList();
    }

    /** The demo's messages that go on by themselves, with the statuses of their deliveries. */
    private static List<String> open() {
        var open = new ArrayList<String>();
        for (var message : chancery.get("/api/v1/messages?limit=200&status=in-progress", key)
                .path("items")) {
            var statuses = message.findValuesAsText("status");
            if (message.path("reference").asText().contains("-DEMO-") && !statuses.contains("uncertain")) {
                open.add(message.path("reference").asText() + " " + statuses);
            }
        }
        return open;
    }

    private static Set<String> statuses() {
        var statuses = new HashSet<String>();
        chancery.get("/api/v1/messages?limit=200", key)
                .findValues("deliveries")
                .forEach(deliveries -> statuses.addAll(deliveries.findValuesAsText("status")));
        return statuses;
    }

    @Test
    void a_newcomer_signs_in_and_sends_an_invoice_that_becomes_letter_email_and_sms() {
        signInWithAWrongKeyAndThenTheRightOne();

        sendTheDemoInvoice();

        theMessageHasEnded();
        theLetterStandsInThePage();
        theMailStandsInASandbox();
        theTextIsABubble();
        theListBeginsWithIt();
        theDemoIsThere();
        signOut();
    }

    private void signInWithAWrongKeyAndThenTheRightOne() {
        browser.get(chancery.uri("/").toString());
        signInWith("ccm_wrong");
        see(".alert", "passen nicht zusammen");
        signInWith(key);
        click(".rail a[href='/messages']");
        see("h1", "Nachrichten");
    }

    private void signInWith(String typed) {
        see("h1", "Anmelden");
        browser.findElement(By.id("key")).sendKeys(typed);
        click(".sign-in button");
    }

    private void sendTheDemoInvoice() {
        click(".demo button");
        see("h1", "R-DEMO-");
        see(".facts", "Hanna Müller");
    }

    private void theMessageHasEnded() {
        see(".page-head [data-status=delivered]", "zugestellt");
        assertThat(all(".deliveries > li")).hasSize(3);
        see(".timeline", "Gerendert und archiviert", "Vom Dienstleister übernommen");
    }

    private void theLetterStandsInThePage() {
        click(".tabs a[href*='tab=print']");
        see("#print h2", "Brief");
        assertThat(all("#print object[type='application/pdf']")).hasSize(1);
        see("#print .meta", ".pdf");
    }

    private void theMailStandsInASandbox() {
        click(".tabs a[href*='tab=email']");
        see("#email .envelope", "Ihre Rechnung R-DEMO-", "Anhang");
        browser.switchTo().frame(browser.findElement(By.cssSelector("#email iframe[sandbox]")));
        see("body", "Rechnung", "Müller");
        assertThat(all("img"))
                .isNotEmpty()
                .allMatch(picture ->
                        String.valueOf(picture.getDomAttribute("src")).startsWith("data:image/"));
        browser.switchTo().defaultContent();
    }

    private void theTextIsABubble() {
        click(".tabs a[href*='tab=sms']");
        see("#sms .bubble", "R-DEMO-");
        see("#sms .meta", "GSM", "Segment");
    }

    private void theListBeginsWithIt() {
        var number = browser.findElement(By.tagName("h1")).getText();
        click(".rail a[href='/messages']");
        see(".messages tbody tr", number, "Brief", "E-Mail", "SMS");
    }

    private void theDemoIsThere() {
        click(".filter a[href='/messages?status=cancelled']");
        see(".messages", "NL-DEMO-02", "ausgelassen");
        browser.get(chancery.uri("/messages/nonsense").toString());
        see("h1", "Diese Seite gibt es nicht");
        browser.get(chancery.uri("/").toString());
    }

    private void signOut() {
        click(".who summary");
        click(".who [action='/sign-out'] button");
        see("h1", "Anmelden");
        browser.get(chancery.uri("/").toString());
        see("h1", "Anmelden");
    }

    /** Waits until the words are to be seen; a page may still be on its way, or load itself anew. */
    private static void see(String selector, String... words) {
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(
                                browser.findElement(By.cssSelector(selector)).getText())
                        .contains(words));
    }

    private static void click(String selector) {
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            browser.findElement(By.cssSelector(selector)).click();
            return true;
        });
    }

    private static List<WebElement> all(String selector) {
        return browser.findElements(By.cssSelector(selector));
    }
}
