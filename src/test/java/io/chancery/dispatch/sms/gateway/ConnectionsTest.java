package io.chancery.dispatch.sms.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.dispatch.DeliveryOutcome;
import io.chancery.dispatch.DeliveryOutcome.Accepted;
import io.chancery.dispatch.DeliveryOutcome.Temporary;
import io.chancery.dispatch.DeliveryOutcome.Uncertain;
import io.chancery.dispatch.Handover;
import io.chancery.dispatch.email.TestCertificate;
import io.chancery.dispatch.sms.gateway.ScriptedGateway.Reply;
import io.chancery.vocabulary.Rendition;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can happen to a connection, and whether the gateway may have the text then. */
class ConnectionsTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\n{\"id\": \"m-7\"} ";

    private final Map<String, String> settings = new HashMap<>(Map.of("reference-pointer", "/id"));
    private final AtomicInteger journal = new AtomicInteger();

    @Test
    void a_connection_cut_after_the_text_leaves_us_in_doubt() throws IOException {
        assertThat(outcomeOf(RawServer::readRequest)).isInstanceOf(Uncertain.class);
        assertThat(journal).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 20", "HTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\n{\"id\"", "220 smtp\r\n"})
    void half_an_answer_leaves_us_in_doubt(String half) throws IOException {
        assertThat(outcomeOf(connection -> {
                    RawServer.readRequest(connection);
                    RawServer.write(connection, half);
                }))
                .isInstanceOf(Uncertain.class);
    }

    @Test
    void a_text_is_never_written_twice_in_one_attempt() throws IOException {
        try (var server = new RawServer(RawServer::readRequest)) {
            send("http", server.port(), null);

            assertThat(server.connections).hasValue(1);
        }
    }

    @Test
    void no_answer_in_time_leaves_us_in_doubt() throws IOException {
        hurry();
        try (var server = new RawServer(RawServer::silence)) {
            assertThat(send("http", server.port(), null)).isInstanceOf(Uncertain.class);
        }
    }

    @Test
    void an_answer_that_comes_drop_by_drop_does_not_hold_us_up() throws IOException {
        hurry();
        long start = System.nanoTime();

        assertThat(outcomeOf(ConnectionsTest::drip)).isInstanceOf(Uncertain.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    private static void drip(Socket connection) throws IOException, InterruptedException {
        RawServer.readRequest(connection);
        RawServer.write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
        for (int i = 0; i < 1000; i++) {
            RawServer.write(connection, " ");
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    @Test
    void who_is_told_to_stop_waiting_stops_and_stays_told() throws IOException {
        try (var server = new RawServer(RawServer::silence)) {
            Thread.currentThread().interrupt();

            assertThat(send("http", server.port(), null)).isNotInstanceOf(Accepted.class);

            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void where_nobody_listens_nothing_was_sent() throws IOException {
        int port;
        try (var once = new ServerSocket(0)) {
            port = once.getLocalPort();
        }

        assertThat(send("http", port, null)).isEqualTo(new Temporary("connect", "The server could not be reached."));
        assertThat(journal).hasValue(0);
    }

    @Test
    void a_host_without_an_address_is_not_reached() {
        settings.put("url", "http://gateway.invalid/messages");

        assertThat(send("http", 1, null)).isEqualTo(new Temporary("connect", "The server could not be reached."));
    }

    @Test
    void a_server_that_breaks_off_or_does_not_encrypt_cannot_have_the_text() throws IOException {
        hurry();
        try (var silent = new RawServer(RawServer::silence);
                var closing = new RawServer(connection -> {});
                var plain = new RawServer(connection -> RawServer.write(connection, OK))) {
            assertThat(send("https", silent.port(), null)).isInstanceOf(Temporary.class);
            assertThat(send("https", closing.port(), null)).isInstanceOf(Temporary.class);
            assertThat(send("https", plain.port(), null)).isInstanceOf(Temporary.class);
        }
    }

    @Test
    void only_those_are_told_whose_certificate_we_trust(@TempDir Path directory)
            throws IOException, GeneralSecurityException {
        var certificate = TestCertificate.of("localhost", directory);
        var other = TestCertificate.of("other.example.org", directory);
        try (var server = new ScriptedGateway(request -> Reply.of(200, "{\"id\": \"m-7\"}"), certificate);
                var impostor = new ScriptedGateway(request -> Reply.of(200, ""), other)) {
            assertThat(sendTo(server.address("/"), certificate)).isEqualTo(new Accepted("m-7"));
            assertThat(sendTo(server.address("/"), null))
                    .isInstanceOfSatisfying(
                            Temporary.class,
                            outcome -> assertThat(outcome.code()).isEqualTo("tls"));
            assertThat(sendTo(impostor.address("/"), other)).isInstanceOf(Temporary.class);
            assertThat(impostor.requests).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1m,1", "0s,3"})
    void connections_are_kept_but_not_when_they_were_idle_for_long(String idle, int connections) throws IOException {
        settings.put("idle-timeout", idle);
        try (var server = new RawServer(ConnectionsTest::answerAll)) {
            settings.put("url", "http://localhost:" + server.port());
            var gateway = new HttpGateway("test", GatewaySettings.with(settings), null, Clock.systemUTC());

            for (int i = 0; i < 3; i++) {
                assertThat(gateway.send(handover())).isEqualTo(new Accepted("m-7"));
            }

            assertThat(server.connections).hasValue(connections);
        }
    }

    private static void answerAll(Socket connection) throws IOException {
        while (!connection.isClosed()) {
            RawServer.readRequest(connection);
            RawServer.write(connection, OK);
        }
    }

    private void hurry() {
        settings.put("connect-timeout", "400ms");
        settings.put("answer-timeout", "400ms");
    }

    private DeliveryOutcome outcomeOf(RawServer.Script script) throws IOException {
        try (var server = new RawServer(script)) {
            return send("http", server.port(), null);
        }
    }

    private DeliveryOutcome send(String scheme, int port, @Nullable SSLContext certificates) {
        settings.putIfAbsent("url", scheme + "://localhost:" + port + "/messages");
        return sendTo(settings.remove("url"), certificates);
    }

    private DeliveryOutcome sendTo(String url, @Nullable SSLContext certificates) {
        var all = new HashMap<>(settings);
        all.put("url", url);
        return new HttpGateway("test", GatewaySettings.with(all), certificates, Clock.systemUTC()).send(handover());
    }

    private Handover handover() {
        var rendition = new Rendition.Text(
                "Guten Tag".getBytes(StandardCharsets.UTF_8), Map.of("from", "Lindenwerk", "to", "+491713920000"));
        return new Handover(UUID.randomUUID(), 1, false, rendition, journal::incrementAndGet);
    }
}
