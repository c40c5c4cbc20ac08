package io.chancery.platform.webhook.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chancery.platform.MutableClock;
import io.chancery.platform.webhook.Receiver;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One hand-over to a receiver on this machine. */
class WebhookSenderTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final byte[] SECRET = Signature.newSecret(new SecureRandom());
    private static final byte[] OLD_SECRET = Signature.newSecret(new SecureRandom());

    private final Receiver receiver = new Receiver();

    @AfterEach
    void closeReceiver() {
        receiver.close();
    }

    @AfterAll
    static void closeVertx() {
        VERTX.close();
    }

    private static WebhookSender sender(Clock clock) {
        return new WebhookSender(VERTX, new Targets(InetAddress::getAllByName, List.of("localhost")), clock);
    }

    private static Notice notice(String url) {
        return new Notice(
                url, "id-1", "{\"type\": \"webhook.test\", \"text\": \"Grüße\"}", List.of(SECRET, OLD_SECRET));
    }

    private Answer answer() {
        return sender(Clock.systemUTC()).send(notice(receiver.url()), PATIENCE).join();
    }

    @Test
    void both_secrets_sign_and_no_other_does() {
        assertThat(answer()).isEqualTo(new Answer(204, "", false, Duration.ZERO));

        var told = receiver.told().get(0);
        assertThat(told.body()).isEqualTo("{\"type\": \"webhook.test\", \"text\": \"Grüße\"}");
        assertThat(told.id()).isEqualTo("id-1");
        assertThat(told.header("webhook-signature")).matches("v1,[A-Za-z0-9+/=]+ v1,[A-Za-z0-9+/=]+");
        assertThat(told.isSignedWith(Signature.text(SECRET))).isTrue();
        assertThat(told.isSignedWith(Signature.text(OLD_SECRET))).isTrue();
        assertThat(told.isSignedWith(Signature.text(new byte[32]))).isFalse();
    }

    @Test
    void a_redirect_is_not_followed() {
        receiver.answer(307);

        assertThat(answer().failure()).isEqualTo("The receiver answered 307");
        assertThat(receiver.told()).hasSize(1);
    }

    @Test
    void a_receiver_may_ask_for_a_pause() {
        receiver.answer(503);
        receiver.askForPause("120");
        assertThat(answer().pause()).isEqualTo(Duration.ofMinutes(2));

        receiver.askForPause("Sun, 22 Nov 2026 12:10:00 GMT");
        var answer = sender(MutableClock.atNoon())
                .send(notice(receiver.url()), PATIENCE)
                .join();
        assertThat(answer.pause()).isEqualTo(Duration.ofMinutes(10));

        receiver.askForPause("soon");
        assertThat(answer().pause()).isZero();
    }

    @Test
    void a_name_that_means_another_address_by_now_is_not_followed_there() {
        var addresses = new ArrayDeque<>(Arrays.asList("93.184.215.14", "127.0.0.1"));
        var targets = new Targets(
                host -> new InetAddress[] {InetAddress.getByName(addresses.remove())}, List.of("other.example.org"));
        var url = "https://rebinding.example.org:" + receiver.port() + "/hook";

        targets.check(url);
        var answer = new WebhookSender(VERTX, targets, Clock.systemUTC())
                .send(notice(url), PATIENCE)
                .join();

        assertThat(answer.failure()).contains("not public");
        assertThat(answer.isWorthRepeating()).isFalse();
        assertThat(receiver.told()).isEmpty();
    }

    @Test
    void the_address_that_was_checked_is_the_one_that_is_connected_to() {
        var targets = new Targets(
                host -> new InetAddress[] {InetAddress.getLoopbackAddress()}, List.of("nowhere.example.org"));

        var answer = new WebhookSender(VERTX, targets, Clock.systemUTC())
                .send(notice("http://nowhere.example.org:" + receiver.port() + "/hook"), PATIENCE)
                .join();

        assertThat(answer.isTaken()).isTrue();
        assertThat(receiver.told().get(0).header("host")).isEqualTo("nowhere.example.org:" + receiver.port());
    }

    @Test
    void nobody_there_is_said_in_words() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        var answer = sender(Clock.systemUTC())
                .send(notice("http://localhost:" + free), PATIENCE)
                .join();

        assertThat(answer).isEqualTo(new Answer(0, "The receiver could not be reached", true, Duration.ZERO));
    }

    @Test
    void a_receiver_that_speaks_drop_by_drop_is_cut_off() throws IOException {
        try (var dripping = new Dripping("", "HTTP/1.1 200 OK\r\nX-Long: " + "x".repeat(10_000))) {
            var answer = sender(Clock.systemUTC())
                    .send(notice(dripping.url()), Duration.ofMillis(500))
                    .join();

            assertThat(answer.failure()).isEqualTo("The receiver did not answer in time");
            await().until(dripping::isCut);
        }
    }

    @Test
    void a_receiver_whose_answer_has_no_end_has_answered_and_is_cut_off() throws IOException {
        try (var dripping = new Dripping("HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\n", "x".repeat(10_000))) {
            var answer = sender(Clock.systemUTC())
                    .send(notice(dripping.url()), Duration.ofMillis(500))
                    .join();

            assertThat(answer.isTaken()).isTrue();
            await().until(dripping::isCut);
        }
    }

    @Test
    void what_does_not_speak_tls_is_no_secure_receiver() throws IOException {
        try (var plain = new Dripping("HTTP/1.1 400 Bad Request\r\n\r\n", "")) {
            var answer = sender(Clock.systemUTC())
                    .send(notice(plain.url().replace("http:", "https:")), PATIENCE)
                    .join();

            assertThat(answer.failure()).isEqualTo("No secure connection to the receiver could be made");
        }
    }

    /** A server that says something at once, and then one letter after the other. */
    private static final class Dripping implements AutoCloseable {

        private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("localhost"));
        private final AtomicReference<String> end = new AtomicReference<>("");

        Dripping(String first, String drops) throws IOException {
            var thread = new Thread(() -> speak(first, drops));
            thread.setDaemon(true);
            thread.start();
        }

        private void speak(String first, String drops) {
            try (Socket socket = server.accept()) {
                // Whoever speaks before being asked is hung up.
                socket.getInputStream().read();
                var out = socket.getOutputStream();
                out.write(first.getBytes(StandardCharsets.US_ASCII));
                for (byte drop : drops.getBytes(StandardCharsets.US_ASCII)) {
                    out.write(drop);
                    out.flush();
                    Thread.sleep(20);
                }
                end.set("said all");
            } catch (IOException e) {
                end.set("cut");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        boolean isCut() {
            return end.get().equals("cut");
        }

        String url() {
            return "http://localhost:" + server.getLocalPort() + "/";
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
