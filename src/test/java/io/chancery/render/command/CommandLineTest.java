package io.chancery.render.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.template.source.SampleFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a build sees. */
class CommandLineTest {

    private static final String MESSAGE = "test-invoice/message.de.html";
    private static final String ENGLISH = "test-invoice/message.en.html";

    @TempDir
    Path root;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private SampleFolder old;
    private SampleFolder now;

    @BeforeEach
    void prepare() {
        old = SampleFolder.in(root.resolve("old"));
        now = SampleFolder.in(root.resolve("new"));
    }

    private int run(String... arguments) {
        return CommandLine.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private int compare(String... options) {
        var arguments = new ArrayList<>(
                List.of("compare", old.root().toString(), now.root().toString()));
        arguments.addAll(List.of(options));
        return run(arguments.toArray(String[]::new));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_folder_in_order_is_valid() {
        assertThat(run("validate", now.root().toString())).isZero();

        assertThat(out()).isEqualTo("No faults: 1 templates, 1 fixtures\n".replace("\n", System.lineSeparator()));
    }

    @Test
    void every_fault_of_a_folder_is_printed_with_its_place() {
        now.changing("test-invoice/template.yaml", "purpose: request-payment", "purpose: whatever")
                .changing("brands/musterwerk/brand.yaml", "fonts/Muster.ttf", "fonts/Other.ttf")
                .changing("test-invoice/fixtures/small.json", "2.50", "two")
                .with(ENGLISH, "{data.nummer}")
                .with("stray.txt", "");

        assertThat(run("validate", now.root().toString())).isEqualTo(1);

        assertThat(out().lines())
                .anySatisfy(
                        line -> assertThat(line).startsWith(now.root() + "/test-invoice/template.yaml:3:1 /purpose "))
                .anySatisfy(line ->
                        assertThat(line).startsWith(now.root() + "/brands/musterwerk/brand.yaml:9:56 /fonts/0/file "))
                .anySatisfy(line -> assertThat(line).startsWith(now.root() + "/stray.txt "))
                .anySatisfy(line -> assertThat(line)
                        .startsWith(now.root() + "/test-invoice/fixtures/small.json:1:56 /data/items/0/price "))
                .anySatisfy(line -> assertThat(line).startsWith(now.root() + "/" + ENGLISH + ":1:1 «data.nummer»"))
                .endsWith("5 faults");
    }

    @Test
    void a_message_that_cannot_be_read_has_its_line_and_column() {
        now.with(MESSAGE, "<p>Rechnung</p>\n<p>{config:geheim}</p>\n");

        assertThat(run("validate", now.root().toString())).isEqualTo(1);

        assertThat(out()).startsWith(now.root() + "/" + MESSAGE).containsPattern("message\\.de\\.html:2:\\d+ ");
    }

    @Test
    void what_cannot_be_rendered_is_a_fault_as_in_an_import() {
        now.changing(MESSAGE, "</p>", "</p>" + "lang ".repeat(400));

        assertThat(run("validate", now.root().toString())).isEqualTo(1);

        assertThat(out())
                .contains("test-invoice/fixtures/small.json cannot be rendered as sms: A text message has 1 to 10");
    }

    @Test
    void what_only_goes_wrong_without_what_it_promotes_is_a_fault_too() {
        now.with(MESSAGE, "<p>Rechnung</p>{#promote}<p>20 %</p>{/promote}{#sms}{#promote}20 %{/promote}{/sms}")
                .with(ENGLISH, "{#promote}x{/promote}{#sms}x{/sms}");

        assertThat(run("validate", now.root().toString())).isEqualTo(1);

        assertThat(out())
                .contains("small.json without what it promotes: cannot be rendered as sms: A text message has 1 to 10")
                .contains("small.json as print, it advertises, and does not say where that is objected to");
    }

    @Test
    void what_only_goes_wrong_in_a_copy_is_a_fault_too() {
        haveCopies(now, "[print]");

        assertThat(run("validate", now.root().toString())).isEqualTo(1);

        assertThat(out())
                .contains("small.json as a copy (guardian): cannot be rendered as print: brands/musterwerk/print.html:"
                        + " does not print letter.notes, and a copy must say that it is one");
    }

    @Test
    void nothing_takes_a_channel_that_is_not_there() {
        haveCopies(now, "[email, fax]");
        now.changing("test-invoice/template.yaml", "channels: [email, print]", "channels: [email, telex]");

        assertThat(run("validate", now.root().toString())).isEqualTo(1);

        assertThat(out())
                .contains("test-invoice/template.yaml:10:21 /plan/channels/1 telex is not a channel; there are")
                .contains("test-invoice/template.yaml:12:82 /copies/guardian/channels/1 fax is not a channel; there are"
                        + " [email, print, sms]");
    }

    private static void haveCopies(SampleFolder folder, String channels) {
        folder.changing(
                "test-invoice/template.yaml",
                "totals:",
                "copies: { guardian: { title: { de: Betreuerin, en: guardian }, channels: " + channels
                        + " } }\ntotals:");
    }

    @Test
    void the_templates_that_ship_are_valid() {
        assertThat(run("validate", "templates")).as(out()).isZero();
    }

    @Test
    void folders_that_say_the_same_are_the_same() {
        assertThat(compare()).isZero();

        assertThat(out()).contains("3 of 3 renditions are unchanged (1 templates, 1 fixtures)");
    }

    @Test
    void what_differs_is_printed_reported_and_drawn() throws IOException {
        now.changing(MESSAGE, "Rechnung", "Mahnung");
        var report = root.resolve("report.json");
        var pictures = root.resolve("pictures");

        assertThat(compare("--report", report.toString(), "--pictures", pictures.toString()))
                .isEqualTo(1);

        assertThat(out().lines())
                .contains("test-invoice", "  small", "    print: changed", "        - Rechnung", "        + Mahnung")
                .endsWith("0 of 3 renditions are unchanged (1 templates, 1 fixtures)");
        var json = new ObjectMapper().readTree(report.toFile());
        assertThat(json.path("same").asBoolean(true)).isFalse();
        assertThat(json.at("/templates/0/fixtures/0/channels/1/difference/pages/0/lines/1")
                        .asText())
                .isEqualTo("+ Mahnung");
        assertThat(json.toString()).doesNotContain("pictures");
        try (var files = Files.list(pictures)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "test-invoice-small-print-page1-old.png",
                            "test-invoice-small-print-page1-new.png",
                            "test-invoice-small-print-page1-difference.png");
        }
    }

    @Test
    void a_copy_that_differs_is_a_difference() {
        haveCopies(old, "[email]");
        haveCopies(now, "[email]");
        for (var folder : List.of(old, now)) {
            folder.changing("brands/musterwerk/print.html", "{body}", "{#for note in letter.notes}{note}{/for}{body}");
        }
        assertThat(compare()).isZero();

        now.changing(MESSAGE, "Rechnung", "Rechnung{#if message.role == 'guardian'} zur Kenntnis{/if}");

        assertThat(compare()).isEqualTo(1);
        assertThat(out()).contains("  small-copy-guardian", "    email: changed", "        + Rechnung zur Kenntnis");
    }

    @Test
    void what_is_masked_may_differ() {
        old.changing(MESSAGE, "Rechnung", "Stand 05.11.2026");
        now.changing(MESSAGE, "Rechnung", "Stand 06.12.2026");

        assertThat(compare()).isEqualTo(1);
        assertThat(compare("--mask", "date:dd.MM.yyyy")).isZero();
        assertThat(compare("--mask", "Stand", "--mask", "\\d+\\.\\d+\\.\\d+")).isZero();
    }

    @Test
    void a_template_that_only_one_folder_has_is_a_difference() {
        now.with("blocks/new.html", "<p>neu</p>");
        assertThat(compare()).isZero();

        try (var files = Files.walk(now.root().resolve("test-invoice"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var path = now.root().resolve("test-invoice").relativize(file);
                now.with("second-invoice/" + path.toString().replace('\\', '/'), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }

        assertThat(compare()).isEqualTo(1);
        assertThat(out()).contains("second-invoice: the template is new");
    }

    @Test
    void a_folder_that_cannot_be_read_is_not_compared() {
        old.with("stray.txt", "");

        assertThat(compare()).isEqualTo(1);

        assertThat(out())
                .contains(old.root() + "/stray.txt belongs to no template")
                .contains("Nothing was compared");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve",
                "validate",
                "validate no-such-folder",
                "validate templates templates",
                "compare templates",
                "compare templates templates --mask",
                "compare templates templates --mask (",
                "compare templates templates --mask date:QQ",
                "compare templates templates --report a --report b",
                "compare templates templates --colour red"
            })
    void what_means_nothing_is_wrong_usage(String arguments) {
        assertThat(run(arguments.split(" "))).isEqualTo(2);

        assertThat(out()).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Usage, behind java -jar quarkus-run.jar:");
    }

    @Test
    void help_is_no_mistake() {
        assertThat(run("--help")).isZero();

        assertThat(out()).startsWith("Usage").contains("validate FOLDER", "compare OLD NEW");
    }
}
