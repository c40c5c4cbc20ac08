package io.chancery.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import io.restassured.RestAssured;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;

/**
 * A real Chromium in front of the application under test, started once for all tests of a JVM. A test signs in as a
 * role, walks, and ends with {@link #isContent()}. Screenshots lie in {@code target/screenshots}.
 */
public final class Browser {

    private static final String SESSION = "quarkus-credential";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final List<String> ARGUMENTS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=1440,1000");
    private static final long BUDGET = 300_000;
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private static ChromeDriver driver;

    private final String base;

    private Browser(String base) {
        this.base = base;
    }

    /** A browser without a session, in German; skips the test where there is no Chromium, but for a build server. */
    public static Browser open() {
        var chromium = onPath("chromium");
        var chromedriver = onPath("chromedriver");
        Assumptions.assumeTrue(
                (chromium.isPresent() && chromedriver.isPresent()) || "true".equals(System.getenv("CI")),
                "No browser test: install chromium and chromium-driver to have it run");
        if (driver == null) {
            driver = start(chromium.orElseThrow(), chromedriver.orElseThrow());
            Runtime.getRuntime().addShutdownHook(new Thread(driver::quit));
        }
        var browser = new Browser("http://localhost:" + RestAssured.port);
        browser.go("/sign-in");
        driver.manage().deleteAllCookies();
        driver.manage().window().setSize(new Dimension(1440, 1000));
        browser.choose("language", "de");
        driver.manage().logs().get(LogType.BROWSER);
        return browser;
    }

    private static Optional<File> onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .map(Path::toFile)
                .findFirst();
    }

    private static ChromeDriver start(File chromium, File chromedriver) {
        var options = new ChromeOptions().setBinary(chromium).addArguments(ARGUMENTS);
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", "de"));
        options.setCapability("goog:loggingPrefs", Map.of(LogType.BROWSER, "ALL"));
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver)
                .build();
        return new ChromeDriver(service, options);
    }

    /** The driver itself, for what is not here. */
    public ChromeDriver driver() {
        return driver;
    }

    /** Signs in with a key, such as {@code caller.key("agent")}. */
    public Browser signedIn(String key) {
        var cookie = given().redirects()
                .follow(false)
                .formParam("j_username", "")
                .formParam("j_password", key)
                .post("/j_security_check")
                .then()
                .statusCode(302)
                .extract()
                .cookie(SESSION);
        driver.manage()
                .addCookie(new Cookie.Builder(SESSION, cookie)
                        .path("/")
                        .isHttpOnly(true)
                        .build());
        return this;
    }

    /** Chooses {@code language} or {@code theme} as the menu does. */
    public Browser choose(String what, String value) {
        driver.manage()
                .addCookie(
                        new Cookie.Builder("chancery-" + what, value).path("/").build());
        return this;
    }

    /** The size of a phone, or with {@code false} that of a desktop again. */
    public Browser phone(boolean phone) {
        driver.manage().window().setSize(phone ? new Dimension(390, 844) : new Dimension(1440, 1000));
        return this;
    }

    /** Opens a page. */
    public Browser go(String path) {
        driver.get(base + path);
        return this;
    }

    /** Waits until the first element that the selector finds has these words. */
    public Browser see(String selector, String... words) {
        return waitedFor(
                selector,
                () -> patiently()
                        .ignoreExceptions()
                        .untilAsserted(() -> assertThat(driver.findElement(By.cssSelector(selector))
                                        .getText())
                                .contains(words)));
    }

    /** Waits until the selector finds nothing. */
    public Browser gone(String selector) {
        return waitedFor(selector, () -> patiently().until(() -> all(selector).isEmpty()));
    }

    /** Clicks on the first element that the selector finds, as soon as that can be done. */
    public Browser click(String selector) {
        return waitedFor(
                selector,
                () -> patiently().ignoreExceptions().until(() -> {
                    var element = driver.findElement(By.cssSelector(selector));
                    driver.executeScript(
                            "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element);
                    element.click();
                    return true;
                }));
    }

    /** Writes into a field in place of what stood in it. */
    public Browser type(String selector, String text) {
        return waitedFor(
                selector,
                () -> patiently().ignoreExceptions().until(() -> {
                    var field = driver.findElement(By.cssSelector(selector));
                    field.clear();
                    field.sendKeys(text);
                    return true;
                }));
    }

    /** What was to be seen instead is said, and in {@code target/screenshots/failure.png}. */
    private Browser waitedFor(String selector, Runnable waiting) {
        try {
            waiting.run();
            return this;
        } catch (ConditionTimeoutException e) {
            screenshot("failure");
            var seen = all(selector).stream().map(WebElement::getText).limit(3).toList();
            throw new AssertionError("On %s, %s says %s".formatted(path(), selector, seen), e);
        }
    }

    private static ConditionFactory patiently() {
        return Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .atMost(PATIENCE);
    }

    /** Presses keys where the focus is. */
    public Browser press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
        return this;
    }

    /** What the selector finds now. */
    public List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** Waits until the browser has come to an address that begins so. */
    public Browser arrive(String path) {
        return waitedFor(
                "main", () -> patiently().untilAsserted(() -> assertThat(path()).startsWith(path)));
    }

    /** Where the browser is, without the server. */
    public String path() {
        return String.valueOf(driver.getCurrentUrl()).substring(base.length());
    }

    /** Keeps what is to be seen, the whole page, as {@code target/screenshots/<name>.png}. */
    public Browser screenshot(String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
            var size = driver.manage().window().getSize();
            var height = ((Number) driver.executeScript("return document.documentElement.scrollHeight")).intValue();
            driver.manage()
                    .window()
                    .setSize(new Dimension(size.width, Math.min(Math.max(size.height, height + 150), 4000)));
            Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
            driver.manage().window().setSize(size);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The page in light and dark, on a desktop and on a phone: four screenshots, for who asks for them with
     * {@code -Dchancery.screenshots}.
     */
    public Browser screenshots(String name) {
        if (System.getProperty("chancery.screenshots") == null) {
            return this;
        }
        for (var theme : List.of("light", "dark")) {
            choose("theme", theme);
            driver.navigate().refresh();
            isContent().screenshot(name + "-" + theme);
            phone(true).screenshot(name + "-" + theme + "-phone").phone(false);
        }
        choose("theme", "auto");
        driver.navigate().refresh();
        return this;
    }

    /**
     * Axe finds nothing serious on this page, the browser has complained of nothing (such as a broken policy), and script
     * and style keep to their budget, even before they are compressed; the editor's page has none.
     */
    public Browser isContent() {
        var complaints = complaints();
        assertThat(weight()).as("bytes of script and style on " + path()).isLessThan(BUDGET);
        // What stands in frames is mails, which the templates' own checks look at; axe takes minutes for a page of
        // them.
        var violations = new AxeBuilder().disableIframeTesting().analyze(driver).getViolations();
        assertThat(violations.stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .map(Browser::describe))
                .as("axe on " + path())
                .isEmpty();
        assertThat(complaints).as("console on " + path()).isEmpty();
        return this;
    }

    private static long weight() {
        return ((Number) driver.executeScript("""
                return performance.getEntriesByType('resource')
                    .filter(one => /\\.(js|css)$/.test(one.name) && !one.name.includes('/editor-'))
                    .reduce((sum, one) => sum + one.decodedBodySize, 0)
                """)).longValue();
    }

    private static List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(entry -> entry.getMessage())
                .filter(message -> !message.contains("responded with a status of 4"))
                .toList();
    }

    private static String describe(Rule rule) {
        return rule.getId() + " " + rule.getHelp() + ": "
                + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
    }
}
