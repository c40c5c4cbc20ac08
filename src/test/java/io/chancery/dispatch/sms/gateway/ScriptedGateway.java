package io.chancery.dispatch.sms.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A real HTTP server that answers as a test tells it, and remembers what it was asked. */
final class ScriptedGateway implements AutoCloseable {

    record Request(String path, Headers headers, String body) {

        String header(String name) {
            return headers.getFirst(name);
        }
    }

    record Reply(int status, Map<String, String> headers, String body) {

        static Reply of(int status, String body) {
            return new Reply(status, Map.of(), body);
        }
    }

    final List<Request> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile Function<Request, Reply> script;

    ScriptedGateway(Function<Request, Reply> script) throws IOException {
        this(script, null);
    }

    ScriptedGateway(Function<Request, Reply> script, @Nullable SSLContext certificate) throws IOException {
        this.script = script;
        var address = new InetSocketAddress(InetAddress.getByName("localhost"), 0);
        if (certificate == null) {
            server = HttpServer.create(address, 0);
        } else {
            var encrypted = HttpsServer.create(address, 0);
            encrypted.setHttpsConfigurator(new HttpsConfigurator(certificate));
            server = encrypted;
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    void script(Function<Request, Reply> next) {
        script = next;
    }

    List<Request> texts() {
        return requests.stream()
                .filter(request -> request.path().equals("/messages"))
                .toList();
    }

    String address(String path) {
        var scheme = server instanceof HttpsServer ? "https" : "http";
        return scheme + "://localhost:" + server.getAddress().getPort() + path;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var request = new Request(exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body);
            requests.add(request);
            var reply = script.apply(request);
            reply.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
