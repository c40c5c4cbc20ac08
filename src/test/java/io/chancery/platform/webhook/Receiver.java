package io.chancery.platform.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Somebody's own web server, which keeps what it is told and answers as a test wants it to. */
public final class Receiver implements AutoCloseable {

    /** What came, as it came. */
    public record Told(Map<String, List<String>> headers, String body) {

        public String id() {
            return header("webhook-id");
        }

        public String header(String name) {
            return headers.get(name).get(0);
        }

        public JsonPath json() {
            return new JsonPath(body);
        }

        /** Checks it with the library that the Standard Webhooks offer to receivers, and not by our own code. */
        public boolean isSignedWith(String secret) {
            try {
                new Webhook(secret).verify(body, headers);
                return true;
            } catch (WebhookVerificationException e) {
                return false;
            } catch (EmptyWebhookSecretException e) {
                throw new IllegalArgumentException(e);
            }
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    private volatile int answer = 204;
    private volatile String retryAfter = "";

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = new ConcurrentHashMap<String, List<String>>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        told.add(new Told(headers, body));
        if (!retryAfter.isEmpty()) {
            exchange.getResponseHeaders().add("Retry-After", retryAfter);
        }
        int status = answers.entrySet().stream()
                .filter(one -> body.contains(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(answer);
        if (status / 100 == 3) {
            exchange.getResponseHeaders().add("Location", url());
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    /** From now on it answers with this status. */
    public void answer(int status) {
        answer = status;
    }

    /** From now on it answers so whatever has this text in it. */
    public void answer(String text, int status) {
        answers.put(text, status);
    }

    /** From now on it asks for a pause. */
    public void askForPause(String header) {
        retryAfter = header;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://localhost:" + port() + "/hook";
    }

    public List<Told> told() {
        return told;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
