package io.chancery.bench;

import io.chancery.RunningChancery;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * Types in the author's workshop of the packaged application, in a real Chromium, and measures there how long it takes from
 * a key to what is shown of it: {@code performance.now()} at the key and in the frame after the preview. Run by
 * {@code ./mvnw -Pbench verify -Dchancery.bench=preview -Dchancery.bench.rounds=50}.
 */
public final class PreviewLoad {

    private static final int WARM_UP = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ChromeDriver browser;
    private final String base;

    private PreviewLoad(ChromeDriver browser, String base) {
        this.browser = browser;
        this.base = base;
    }

    /** Takes how many keys are pressed in each template. */
    public static void main(String... arguments) throws IOException {
        var folder = Files.createTempDirectory("chancery-preview");
        var settings =
                Map.of("chancery.data.directory", folder.resolve("data").toString(), "chancery.demo.enabled", "false");
        try (var chancery = RunningChancery.start(
                settings, List.of("-Xmx512m", "-XX:+UseParallelGC"), folder.resolve("chancery.log"))) {
            var load = new PreviewLoad(chromium(), "http://localhost:" + chancery.port());
            try {
                load.signIn(chancery.printedKey());
                load.measure("welcome", "simple", Integer.parseInt(arguments[0]));
                load.measure("invoice", "simple", Integer.parseInt(arguments[0]));
            } finally {
                load.browser.quit();
            }
        }
        System.exit(0);
    }

    private static ChromeDriver chromium() {
        var options = new ChromeOptions()
                .setBinary(onPath("chromium"))
                .addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1440,1000");
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(onPath("chromedriver"))
                .build();
        return new ChromeDriver(service, options);
    }

    private static File onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .map(Path::toFile)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Install " + program));
    }

    private void signIn(String key) {
        browser.get(base + "/sign-in");
        browser.findElement(By.id("key")).sendKeys(key);
        browser.findElement(By.cssSelector(".sign-in button")).click();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> !String.valueOf(browser.getCurrentUrl()).contains("sign-in"));
    }

    private void measure(String template, String fixture, int keys) {
        browser.get(base + "/templates/" + template + "/workshop");
        shown();
        choose(fixture);
        var editor = browser.findElement(By.cssSelector(".cm-content"));
        editor.click();
        editor.sendKeys(Keys.chord(Keys.CONTROL, Keys.END));
        editor.sendKeys("\n<p>");
        for (int i = 0; i < WARM_UP; i++) {
            press("x");
        }
        var words = new ArrayList<Double>();
        var paper = new ArrayList<Double>();
        for (int i = 0; i < keys; i++) {
            press("x");
            words.add(took("words"));
            paper.add(took("paper"));
        }
        var pages = browser.findElement(By.id("print-meta")).getText();
        System.out.printf("— %s, %s, %s%n", template, fixture, pages);
        print("mail and text message", words);
        print("letter", paper);
    }

    private void choose(String fixture) {
        forget();
        browser.executeScript(
                "const choice = document.getElementById('fixture'); choice.value = arguments[0];"
                        + " choice.dispatchEvent(new Event('change'))",
                fixture);
        shown();
    }

    private void press(String key) {
        forget();
        browser.switchTo().activeElement().sendKeys(key);
        shown();
    }

    private void forget() {
        browser.executeScript("const shown = document.getElementById('preview').dataset;"
                + " delete shown.words; delete shown.paper");
    }

    private void shown() {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> !browser.findElements(By.cssSelector("#preview[data-words][data-paper]"))
                        .isEmpty());
    }

    private double took(String what) {
        return Double.parseDouble(
                String.valueOf(browser.findElement(By.id("preview")).getDomAttribute("data-" + what)));
    }

    private static void print(String what, List<Double> millis) {
        var sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        LoadProgram.print(what + " p50 ms", sorted[sorted.length / 2]);
        LoadProgram.print(what + " p95 ms", sorted[sorted.length * 95 / 100]);
        LoadProgram.print(what + " worst ms", Arrays.stream(sorted).max().orElse(0));
    }
}
