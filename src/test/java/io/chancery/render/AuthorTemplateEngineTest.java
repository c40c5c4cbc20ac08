package io.chancery.render;

import static io.chancery.render.Messages.aMessage;
import static io.chancery.vocabulary.Channel.EMAIL;
import static io.chancery.vocabulary.Channel.PRINT;
import static io.chancery.vocabulary.Channel.SMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.chancery.vocabulary.Channel;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an author who means harm would try, and what comes of it: a sentence that says no, soon. */
class AuthorTemplateEngineTest {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final String DATA = """
            {"number": "R-1", "text": "x", "items": [{"text": "a"}, {"text": "b"}], "level": 3,
             "hundred": [%s]}""".formatted("1,".repeat(299) + "1");

    private static Messages message(String source) {
        return aMessage(source)
                .data(DATA)
                .block("a", "{#include b /}")
                .block("b", "{#include a /}")
                .block("self", "{#include self /}")
                .block("plain", "Text")
                .layout("print.html", "{body}");
    }

    static Stream<Supplier<Messages>> bombs() {
        var nested = "{#for a in data.hundred}{#for b in data.hundred}{#for c in data.hundred}x{/for}{/for}{/for}";
        return Stream.of(
                () -> message(nested),
                () -> message(nested.replace("x", "")),
                () -> message(nested.replace("x", "y".repeat(10_000))),
                () -> message("{#for a in data.hundred}{#for b in data.hundred}{data.text}{/for}{/for}")
                        .data(JsonNodeFactory.instance
                                .objectNode()
                                .put("text", "z".repeat(100_000))
                                .set("hundred", Messages.json(DATA).get("hundred"))),
                () -> piled(8, 12),
                () -> piled(9, 1),
                () -> piled(200, 1),
                () -> message("{#if true}".repeat(65) + "{/if}".repeat(65)),
                () -> message("{#if true}".repeat(3_000)),
                () -> message("{#if true}".repeat(20_000) + "{/if}".repeat(20_000)),
                () -> message("{#let x=1}".repeat(500)),
                () -> message("{#for a in data.items}".repeat(20) + "{/for}".repeat(20)),
                () -> message("{data.text.or(".repeat(300) + "1" + ")".repeat(300) + "}"),
                () -> message("{data.text.or(".repeat(15_000) + "1" + ")".repeat(15_000) + "}"),
                () -> message("{#if " + "(".repeat(1_500) + "true" + ")".repeat(450) + "}x{/if}"),
                () -> message("{data.text ".repeat(20_000)),
                () -> message("{data.text}".repeat(20_000)),
                () -> message("{data" + ".x".repeat(100_000) + "}"),
                () -> message("x".repeat(300_000)),
                () -> message("{#if " + "!".repeat(1_900) + "data.text}x{/if}"),
                () -> message("{#sms}".repeat(100)),
                () -> message("{#switch data.level}" + "{#case 1}x".repeat(10_000) + "{/switch}"));
    }

    /** Blocks that each include the next one so many times. */
    private static Messages piled(int height, int times) {
        var message = message("{#include p0 /}");
        IntStream.range(0, height)
                .forEach(n -> message.block("p" + n, ("{#include p" + (n + 1) + " /}").repeat(times)));
        return message.block("p" + height, "x");
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void bombs_are_defused(Supplier<Messages> bomb) {
        assertRefused(bomb.get());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{data.x['{origin.class}']}",
                "{data.nothing.or('{origin.getClass.classLoader}').y}",
                "{#if data.number != '{origin.template}'}{data.zzz}{/if}",
                "{#{origin.class} /}",
                "{#include {origin.class} /}"
            })
    void an_explanation_is_not_a_template_itself(String source) {
        assertThatThrownBy(() -> message(source).body())
                .isInstanceOf(RenderException.class)
                .satisfies(thrown ->
                        assertThat(thrown.getMessage()).doesNotContain("io.quarkus", "java.lang", "ClassLoader@"));
    }

    @Test
    void a_comparison_that_does_not_fit_names_its_line_and_not_its_values() {
        assertThatThrownBy(() -> message("\n{#if data.number > 3}x{/if}").body())
                .hasMessage(
                        "invoice/message.de.html, line 2: the values do not fit what is done with them; compare numbers"
                                + " with numbers and dates with dates (NumberFormatException)");
    }

    /** All the way, on every channel: no answer but a {@link RenderException} that names the place, and no long wait for it. */
    private static void assertRefused(Messages message) {
        Assertions.setMaxStackTraceElementsDisplayed(5);
        long start = System.nanoTime();
        for (var channel : List.of(PRINT, EMAIL)) {
            assertThatThrownBy(() -> message.body(channel))
                    .isInstanceOf(RenderException.class)
                    .message()
                    .matches("(?s)(invoice/message\\.de\\.html|blocks/.*\\.html)(, line \\d+)?: .+")
                    .doesNotContain("java.util", "java.math", "io.quarkus");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON.multipliedBy(2));
    }

    static Stream<String> hostileTexts() {
        return Stream.of(
                "<script>alert(1)</script> & \"Sonder\u00adposten\" ",
                "{data.secret} {#each} ${7*7} =HYPERLINK(1)",
                "</td></tr></table><h1>x",
                "<!-- <![CDATA[ ]]> -->",
                "' onload='alert(1)",
                "\" style=\"display:none",
                "&lt;b&gt; &amp; &#60; &nbsp;",
                "{| {! {/if} \\{ \\}",
                "{inject:renderer}{config:x}",
                "<style>* { display: none }</style>",
                "Zeile1\nZeile2\tTab");
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void hostile_data_stay_text_on_every_channel(String text) {
        var source = "{#subject}S {data.text}{/subject}<p title='{data.text}'>{data.text}</p>{#sms}{data.text}{/sms}";
        var data = JsonNodeFactory.instance.objectNode().put("text", text);
        for (Channel channel : List.of(PRINT, EMAIL)) {
            var composed = aMessage(source)
                    .layout("l.html", "<body title=\"{subject}\">{body}")
                    .data(data)
                    .composed(channel);
            var parsed = Jsoup.parse(composed.layout("l.html"));

            assertThat(parsed.body().select("*").stream()
                            .map(e -> e.normalName())
                            .collect(Collectors.joining(" ")))
                    .isEqualTo("body p");
            assertThat(parsed.selectFirst("p").wholeText()).isEqualTo(text);
            assertThat(parsed.selectFirst("p").attr("title")).isEqualTo(text);
            assertThat(parsed.selectFirst("p").attributesSize()).isEqualTo(1);
            assertThat(composed.subject())
                    .isEqualTo("S " + text.replaceAll("\\s+", " ").strip());
            assertThat(parsed.body().attr("title")).isEqualTo(composed.subject());
        }
        var sms = aMessage(source)
                .layout("sms.txt", "{body}|{subject}")
                .data(data)
                .composed(SMS);

        assertThat(sms.section()).isEqualTo(text.strip().replaceAll("\t", "\t"));
        assertThat(sms.layout("sms.txt", sms.section())).isEqualTo(sms.section() + "|" + sms.subject());
        assertThat(sms.line("{data.text}.pdf")).isEqualTo(text.stripLeading() + ".pdf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'x'.class}", "{'x}", "{[[[}", "{ data.number }", "{}", "a { color: red }", "$ { 7*7 }"})
    void braces_that_begin_no_tag_are_text(String source) {
        assertThat(message(source).body()).isEqualTo(source);
    }

    @Test
    void what_cannot_be_carried_is_left_out() {
        assertThat(aMessage("{data.t}")
                        .data("{\"t\": \"a\\u0000b\\u0008c\\ud800d\\uffffe\\ufffef\"}")
                        .body())
                .isEqualTo("abcdef");
        assertThat(aMessage("{data.t}").data("{\"t\": \"\\ud83d\\ude00\"}").body())
                .isEqualTo("😀");
    }

    @Test
    void versions_are_parsed_once_and_the_oldest_are_forgotten() {
        var engine = new AuthorTemplateEngine(List.of(PRINT));
        var request = aMessage("x").request();
        var parsed = engine.parsed(request.template());

        assertThat(engine.parsed(request.template())).isSameAs(parsed);
        IntStream.range(0, 200)
                .forEach(n -> engine.parsed(aMessage("x").request().template()));
        assertThat(engine.parsed(request.template())).isNotSameAs(parsed);
    }

    @Test
    void many_threads_render_the_same_template() {
        var request = aMessage("{#for i in data.items}{i.text}{i_count}{#include plain /}{/for}")
                .block("plain", "{customer.name}")
                .data(DATA)
                .request();
        var engine = new AuthorTemplateEngine(List.of(PRINT));

        var bodies = IntStream.range(0, 2_000)
                .parallel()
                .mapToObj(
                        n -> new Composition(PRINT, request, engine.parsed(request.template()), (c, r) -> null).body())
                .collect(Collectors.toSet());

        assertThat(bodies).containsExactly("a1Dr. Anna Müllerb2Dr. Anna Müller");
    }
}
