package io.chancery.render.attack;

import static io.chancery.vocabulary.Channel.PRINT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.chancery.render.RenderRequest;
import io.chancery.vocabulary.PersonName;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What customers and business systems could send arrives on each channel harmless and legible, or is refused in words. */
class HostileDataTest {

    private static final String SOURCE = "{#subject}S {data.text}{/subject}{#preheader}{data.text}{/preheader}"
            + "<p title='{data.text}'>{data.text}</p><p>{customer.name} {message.reference}</p>"
            + "<table><tr><td>{data.text}<td>y</table>{#sms}{data.text}{/sms}";

    /** Neither blanks nor punctuation, which SMS and PDF have in other forms, nor what nobody sees. */
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{C}\\p{P}\\p{Sm}\\p{Sc}\\p{Sk}\\p{Mn}]+");

    @TempDir
    static Path folder;

    private static Outside outside;

    @BeforeAll
    static void look() {
        outside = Outside.in(folder);
    }

    @AfterAll
    static void stop() throws IOException {
        outside.close();
    }

    static Stream<HostileText> texts() {
        return HostileText.in("hostile-data.txt");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void a_text_arrives_harmless_and_legible_or_is_refused(HostileText text) throws IOException {
        var request = request(text.sent(outside));
        for (var channel : Trial.CHANNELS) {
            var trial = Trial.of(channel, request);
            var rendition = trial.rendition();
            if (text.isRefusedBy(channel)) {
                assertThat(rendition).as(channel.name()).isNull();
                assertThat(trial.refusal()).isNotBlank().doesNotContain(Harm.INNER);
            } else {
                assertThat(trial.refusal()).as(channel.name()).isNull();
                assertThat(rendition).isNotNull();
                Harm.assertNoneIn(rendition);
                assertThat(bare(Harm.text(rendition))).contains(bare(text.read(outside)));
                Paper.assertHoldsAll(rendition);
            }
        }
        assertThat(outside.takeVisits()).isZero();
    }

    private static String bare(String text) {
        return BETWEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    }

    private static RenderRequest request(String text) {
        var data = JsonNodeFactory.instance.objectNode().put("text", text);
        var request = Ground.message(SOURCE)
                .data(data)
                .to(new PersonName("", "", "", text.length() > 200 ? "Lang" : text))
                .request();
        return new RenderRequest(
                request.deliveryId(),
                request.template(),
                request.reader(),
                request.data(),
                text.length() > 200 ? "" : text,
                request.date(),
                null);
    }

    @Test
    void a_word_off_the_paper_would_be_noticed() throws IOException {
        var letter = Trial.of(
                PRINT,
                Ground.message("<p style='white-space: nowrap'>" + "wort ".repeat(200))
                        .request());

        assertThatThrownBy(() -> Paper.assertHoldsAll(letter.rendition())).isInstanceOf(AssertionError.class);
    }
}
