package io.chancery.render.attack;

import static io.chancery.vocabulary.Channel.EMAIL;
import static io.chancery.vocabulary.Channel.PRINT;
import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.render.Messages;
import io.chancery.vocabulary.Channel;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every way in which a letter or a mail could name something outside, with every address, against a socket that counts and a
 * file that is marked: refused in words or rendered without it, and in no case fetched, now or by the reader of the mail.
 */
class NothingIsLoadedTest {

    private static final List<Channel> CHANNELS = List.of(PRINT, EMAIL);

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

    static Stream<String> waysInMarkup() {
        return Addresses.waysInMarkup();
    }

    static Stream<String> waysInStyles() {
        return Addresses.waysInStyles();
    }

    @ParameterizedTest
    @MethodSource("waysInMarkup")
    void markup_of_a_message_reaches_nothing(String way) {
        Addresses.of(outside)
                .forEach(address -> assertHarmless(Ground.message("<p>x</p>" + Addresses.named(way, address))));
    }

    @ParameterizedTest
    @MethodSource("waysInMarkup")
    void markup_of_a_layout_reaches_nothing(String way) {
        Addresses.of(outside).limit(3).forEach(address -> {
            var markup = Addresses.named(way, address) + "</head>";
            assertHarmless(Ground.message("<p>x</p>")
                    .layout("print.html", Ground.PRINT.replace("</head>", markup))
                    .layout("email.html", Ground.EMAIL.replace("</head>", markup)));
        });
    }

    @ParameterizedTest
    @MethodSource("waysInStyles")
    void a_style_sheet_reaches_nothing(String way) {
        Addresses.of(outside).forEach(address -> assertHarmless(Place.SHEET.message(Addresses.named(way, address))));
    }

    @Test
    void the_socket_would_have_noticed() throws IOException {
        try (var stream = new URL("http://" + outside.host() + "/").openStream()) {
            assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .contains(Outside.MARK);
        }

        assertThat(outside.takeVisits()).isOne();
    }

    @Test
    void what_a_mail_program_would_load_is_noticed() {
        var noticed = Stream.of(
                "<img src=\"http://x/\">",
                "<img src=\"cid:x\" srcset=\"//x/ 2x\">",
                "<a href=\"java\nscript:x\">",
                "<p onclick=\"x\">",
                "<p style=\"background: u\\72l(x)\">",
                "<style>@im\\70 ort 'x'</style>",
                "<!--[if mso]><v:fill src=\"http://x/\"/><![endif]-->");

        assertThat(noticed).allMatch(html -> !Harm.loaded(html).isEmpty());
        assertThat(Harm.loaded("<a href=\"https://x/\">x</a><img src=\"cid:x\" alt=\"http:x\">"))
                .isEmpty();
    }

    private static void assertHarmless(Messages message) {
        var request = message.request();
        for (var channel : CHANNELS) {
            var trial = Trial.of(channel, request);
            if (trial.rendition() == null) {
                assertThat(trial.refusal()).isNotBlank().doesNotContain(Outside.MARK);
            } else if (channel.equals(EMAIL)) {
                assertThat(Harm.loaded(Harm.html(trial.rendition()))).isEmpty();
            } else {
                Harm.assertNoneIn(trial.rendition());
            }
        }
        assertThat(outside.takeVisits()).isZero();
    }
}
