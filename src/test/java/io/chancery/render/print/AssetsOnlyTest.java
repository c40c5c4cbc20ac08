package io.chancery.render.print;

import static io.chancery.render.print.Letters.aLetter;
import static io.chancery.render.print.Letters.pdf;
import static io.chancery.render.print.Letters.text;
import static io.chancery.render.print.Letters.withLayout;
import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.render.Messages;
import io.chancery.render.RenderException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way we know in which HTML and CSS name something outside, against a socket that counts and a file that is marked. */
class AssetsOnlyTest {

    private static final String MARK = "SECRET-4711";
    private static final AtomicInteger VISITS = new AtomicInteger();

    @TempDir
    static Path folder;

    private static ServerSocket socket;

    @BeforeAll
    static void listen() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var listener = new Thread(AssetsOnlyTest::serve);
        listener.setDaemon(true);
        listener.start();
        Files.writeString(folder.resolve("secret.css"), "body:before { content: '" + MARK + "' }");
        Files.writeString(folder.resolve("secret.txt"), MARK);
        Files.writeString(
                folder.resolve("secret.svg"), Letters.DRAWING.replace("<rect", "<text>" + MARK + "</text><rect"));
    }

    private static void serve() {
        var answer = ("HTTP/1.0 200 OK\r\nContent-Type: text/css\r\n\r\nbody:before { content: '" + MARK + "' }")
                .getBytes(StandardCharsets.UTF_8);
        while (!socket.isClosed()) {
            try (Socket visitor = socket.accept()) {
                VISITS.incrementAndGet();
                visitor.getOutputStream().write(answer);
            } catch (IOException closed) {
                return;
            }
        }
    }

    @AfterAll
    static void stop() throws IOException {
        socket.close();
    }

    static Stream<String> addresses() {
        var port = socket.getLocalPort();
        var file = folder.toUri() + "secret";
        return Stream.of(
                "http://127.0.0.1:" + port + "/x.css",
                "HTTP://127.0.0.1:" + port + "/x.css",
                "https://127.0.0.1:" + port + "/x.css",
                "//127.0.0.1:" + port + "/x.css",
                "ftp://127.0.0.1:" + port + "/x.css",
                "jar:http://127.0.0.1:" + port + "/x.jar!/x.css",
                file + ".css",
                file + ".txt",
                file + ".svg",
                folder.resolve("secret.css").toString(),
                "../../../../../../../../../../../.." + folder.resolve("secret.css"),
                "asset:../" + folder.resolve("secret.css"),
                "asset:" + Letters.FONT,
                "asset:/etc/passwd",
                "classpath:/application.properties",
                "jrt:/java.base/java/lang/Object.class",
                "data:text/css,body:before%7Bcontent:'" + MARK + "'%7D",
                "data:text/html,<p>" + MARK + "</p>",
                "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><text>" + MARK + "</text></svg>",
                "javascript:alert(1)");
    }

    static Stream<String> waysInMarkup() {
        return Stream.of(
                "<img src=\"@\">",
                "<img src=\"asset:logo.svg\" srcset=\"@\">",
                "<img src=\"asset:logo.svg\" style=\"content: url('@')\">",
                "<link rel=\"stylesheet\" href=\"@\">",
                "<object data=\"@\"></object>",
                "<embed src=\"@\">",
                "<iframe src=\"@\"></iframe>",
                "<a href=\"@\" download=\"x.pdf\">x</a>",
                "<body background=\"@\">",
                "<table background=\"@\"><tr><td background=\"@\">x</td></tr></table>",
                "<base href=\"@\"><img src=\"x.png\">",
                "<svg><image href=\"@\"/></svg>",
                "<svg><style>@import url(\"@\");</style></svg>",
                "<math><mtext>x</mtext></math>",
                "<input type=\"image\" src=\"@\">",
                "<script src=\"@\"></script>",
                "<meta http-equiv=\"refresh\" content=\"0; url=@\">",
                "<style>@import url(\"@\");</style>",
                "<p style=\"background: url('@')\">x</p>",
                "<ul style=\"list-style-image: url('@')\"><li>x</li></ul>",
                "<p style=\"border-image: url('@') 1\">x</p>",
                "<bookmarks><bookmark name=\"x\" href=\"@\"/></bookmarks>");
    }

    static Stream<String> waysInStyles() {
        return Stream.of(
                "@import url(\"@\"); p { color: red }",
                "@import \"@\";",
                "@font-face { font-family: Evil; src: url(\"@\") } p { font-family: Evil, Liberation Sans }",
                "body { background-image: url(\"@\") }",
                "p:before { content: url(\"@\") }",
                "@page { background: url(\"@\") }",
                "@page { @top-left { content: url(\"@\"); font-family: Liberation Sans } }",
                "ul { list-style: url(\"@\") }",
                "p { cursor: url(\"@\") }",
                "@namespace url(\"@\");");
    }

    @ParameterizedTest
    @MethodSource("waysInMarkup")
    void markup_of_a_message_reaches_nothing(String way) {
        addresses().forEach(address -> assertHarmless(aLetter("<p>x</p>" + named(way, address))));
    }

    @ParameterizedTest
    @MethodSource("waysInMarkup")
    void markup_of_a_layout_reaches_nothing(String way) {
        addresses()
                .forEach(address -> assertHarmless(withLayout(
                        "<p>x</p>",
                        "<html><head><style>{css}</style>" + named(way, address)
                                + "</head><body>{body}</body></html>")));
    }

    @ParameterizedTest
    @MethodSource("waysInStyles")
    void a_style_sheet_reaches_nothing(String way) {
        addresses()
                .forEach(address -> assertHarmless(withLayout(
                        "<ul><li>x</li></ul><p>x</p>",
                        "<html><head><style>{|" + named(way, address)
                                + "|}{css}</style></head><body>{body}</body></html>")));
    }

    @Test
    void the_socket_would_have_noticed() throws IOException {
        int before = VISITS.get();
        try (var stream = new URL("http://127.0.0.1:" + socket.getLocalPort() + "/").openStream()) {
            assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .contains(MARK);
        }

        assertThat(VISITS.getAndDecrement()).isEqualTo(before + 1);
    }

    private static String named(String way, String address) {
        return way.replace("\"@\"", "\"" + address + "\"")
                .replace("'@'", "'" + address.replace("'", "%27") + "'")
                .replace("=@", "=" + address);
    }

    /** Refused in words or printed without it; in no case fetched. */
    private static void assertHarmless(Messages letter) {
        try {
            assertThat(text(pdf(letter))).doesNotContain(MARK);
        } catch (RenderException refused) {
            assertThat(refused).hasMessageNotContaining(MARK);
        }
        assertThat(VISITS).hasValue(0);
    }
}
