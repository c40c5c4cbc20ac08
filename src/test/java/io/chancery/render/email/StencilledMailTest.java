package io.chancery.render.email;

import static io.chancery.render.email.Mails.aMessage;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.render.RenderException;
import io.chancery.render.RenderRequest;
import io.chancery.render.RenderRequest.Reader;
import io.chancery.render.Renderer;
import io.chancery.render.ShippedTemplates;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.PersonName;
import io.chancery.vocabulary.Recipient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mail whose like was rendered before is byte for byte what it would be if it were the first. */
class StencilledMailTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> WORDS = List.of(
            "Müller",
            "Meyer",
            "Straßburger",
            "A & B <i>\"C\"</i> 'd' `e`",
            "&amp; &lt; &nbsp; &copy &#65;",
            "amp; lt;",
            " am Rand ",
            "zwei\nZeilen",
            "\u00a0hält\u00a0fest\u202fdünn",
            "1.234,50\u00a0€",
            "−5 %",
            "Ελένη Παπαδοπούλου",
            "محمد",
            "Zoë\u0308 Z\u0301",
            "👩‍👩‍👧 😀",
            "\ue000 \ue001 \uf8ff",
            "</td></table><style>",
            "javascript:alert(1)",
            "x".repeat(2_000),
            "cid:logo",
            "{brand.name}",
            "-->",
            "]]>",
            "",
            "Schmidt");

    private final Renderer warm = renderer();

    private static Renderer renderer() {
        return new Renderer(Mails.renderers());
    }

    /** The mail, or why there is none. */
    private static String rendered(Renderer renderer, RenderRequest request) {
        try {
            return new String(renderer.render(Channel.EMAIL, request).content(), StandardCharsets.US_ASCII);
        } catch (RenderException refused) {
            return refused.getMessage();
        }
    }

    private static String alone(RenderRequest request) {
        return rendered(renderer(), request);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>{data.words}</p>",
                "<p>Hallo {data.words}, wie geht es?</p>",
                "<h1>{data.words}</h1><ul><li>{data.words}</li><li>fest<li>b<br>{data.words}</ul>",
                "<p title=\"{data.words}\" class='{data.words}'>fest {data.words}</p>",
                "<p class={data.words}>unquoted {data.words}</p>",
                "<p style=\"color: {data.words}\">Farbe</p>",
                "<a href=\"https://example.org/{data.words}\">{data.words}</a>",
                "<a href=\"{data.words}\">fest</a>",
                "<img src=\"cid:{data.words}\" alt=\"{data.words}\"/>",
                "<!-- {data.words} --><p>{data.words}</p>",
                "<!--[if mso]><p>{data.words}</p><![endif]--><p>{data.words}</p>",
                "<style>p { color: red; } .{data.words} { color: blue; }</style><p>{data.words}</p>",
                "<table>{data.words}<tr><td>{data.words}</td><td>12</td></tr><tr>{data.words}<td>b<td>13</table>",
                "<table><thead><tr><th>Kopf<th>{data.words}</thead><tr><td>{data.words}<td>9,50</table>",
                "<pre>{data.words}</pre>",
                "A & B &{data.words}; &am{data.words} &copy{data.words} &#6{data.words}5;",
                "{data.words}{data.words}{data.words}",
                "{#if data.words == 'Müller'}<b>{data.words}</b>{#else}<i>{data.words}</i>{/if}",
                "<div hidden>{data.words}</div><div>fest</div><div style=\"display: none\">{data.words}</div>",
                "<p>{data.words} \ue000 \uf8ff</p>",
                "<p>fest &nbsp; &quot;x&quot;</p><p>{data.words}</p>",
                "{#subject}Über {data.words}{/subject}{#preheader}Von {data.words}{/preheader}<p>fest</p>",
                "<svg>{data.words}</svg>",
                "<p>nichts</p>"
            })
    void words_make_no_difference_wherever_they_stand(String source) {
        var base = aMessage("{#subject}Für {data.words}{/subject}" + source)
                .layout("email.html", """
                        <!DOCTYPE html>
                        <html lang="de"><head><title>{subject}</title><style>p { color: #112233; } div > p, .Meyer { margin: 0; }</style></head>
                        <body class="{subject}"><!--[if mso]><img src="cid:logo"/><![endif]--><img src="cid:logo" alt="{subject}"/>{preheader}
                        {body} {subject} {body}</body></html>
                        """)
                .request();
        var requests = WORDS.stream()
                .map(words ->
                        request(base, base.recipient(), JSON.createObjectNode().put("words", words)))
                .toList();

        assertThatRoundsGiveTheSame(requests);
    }

    private void assertThatRoundsGiveTheSame(List<RenderRequest> requests) {
        var alone = requests.stream().map(StencilledMailTest::alone).toList();
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < requests.size(); i++) {
                assertThat(rendered(warm, requests.get(i))).isEqualTo(alone.get(i));
            }
        }
    }

    private static RenderRequest request(RenderRequest base, Recipient recipient, JsonNode data) {
        return new RenderRequest(
                base.deliveryId(),
                base.template(),
                new Reader(recipient, base.language(), base.reader().advertised(), base.copy()),
                data,
                base.reference(),
                base.date(),
                base.link());
    }

    static Stream<Arguments> fixtures() {
        return ShippedTemplates.keys().stream()
                .flatMap(key -> ShippedTemplates.fixtures(key).stream().map(fixture -> Arguments.of(key, fixture)));
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void shipped_mails_are_the_same_to_people_of_any_name(String key, String fixture) {
        var base = ShippedTemplates.fixture(key, fixture);
        var requests = Stream.of("Meyer", "O'Neill & Söhne", "Παπάς", "Müßig-Schröder 😀")
                .map(name -> request(base, named(base.recipient(), name), base.data())
                        .withOptOut("https://post.example.org/preferences/" + name.hashCode()))
                .toList();

        assertThatRoundsGiveTheSame(requests);
    }

    private static Recipient named(Recipient recipient, String name) {
        var old = recipient.name();
        return new Recipient(
                recipient.ucid(),
                recipient.version(),
                new PersonName(old.salutation(), old.title(), old.given(), name),
                recipient.birthDate(),
                recipient.language(),
                recipient.preferred(),
                recipient.contact());
    }

    @Test
    void many_threads_may_render_at_once() throws Exception {
        var requests = IntStream.range(0, 200)
                .mapToObj(i -> request(
                        ShippedTemplates.fixture("welcome", "simple"),
                        named(
                                ShippedTemplates.fixture("welcome", "simple").recipient(),
                                "Meyer " + (char) ('A' + i % 20)),
                        ShippedTemplates.fixture("welcome", "simple").data()))
                .toList();
        var alone = requests.stream().limit(20).map(StencilledMailTest::alone).toList();

        var threads = Executors.newFixedThreadPool(8);
        var mails = threads.invokeAll(requests.stream()
                .map(request -> (Callable<String>) () -> rendered(warm, request))
                .toList());
        threads.shutdown();

        for (int i = 0; i < mails.size(); i++) {
            assertThat(mails.get(i).get()).isEqualTo(alone.get(i % alone.size()));
        }
    }
}
