package io.chancery.bench.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A headless browser that stays open, asked for PDFs by the DevTools protocol. */
final class Chromium implements Contender, WebSocket.Listener {

    private static final int PATIENCE = 60;

    private final ObjectMapper json = new ObjectMapper();
    private final PeerHtml html = new PeerHtml();
    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final StringBuilder begun = new StringBuilder();
    private final Path folder;
    private final Process browser;
    private final WebSocket page;
    private int calls;

    /** @throws IOException if it is not there */
    Chromium() throws IOException, InterruptedException {
        this.folder = Files.createTempDirectory("chancery-bench");
        this.browser = new ProcessBuilder(
                        "chromium",
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--allow-file-access-from-files",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        var client = HttpClient.newHttpClient();
        var target = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/json/new?about:blank"))
                        .PUT(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        this.page = client.newWebSocketBuilder()
                .buildAsync(
                        URI.create(json.readTree(target.body())
                                .get("webSocketDebuggerUrl")
                                .asText()),
                        this)
                .join();
        call("Page.enable", json.createObjectNode());
    }

    private String port() throws IOException, InterruptedException {
        var file = folder.resolve("profile").resolve("DevToolsActivePort");
        for (int i = 0; i < PATIENCE * 10 && browser.isAlive(); i++) {
            if (Files.exists(file) && Files.size(file) > 0) {
                return Files.readAllLines(file).get(0);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IOException("it does not open its port: " + Files.readString(folder.resolve("log")));
    }

    @Override
    public String name() {
        return "Chromium kept open";
    }

    @Override
    public byte[] print(Sample sample, int number) throws IOException, InterruptedException {
        var source = html.write(sample, number, folder);
        call("Page.navigate", json.createObjectNode().put("url", source.toUri().toString()));
        await(message -> message.path("method").asText().equals("Page.loadEventFired"));
        var options = json.createObjectNode().put("preferCSSPageSize", true).put("printBackground", true);
        var answer = call("Page.printToPDF", options);
        return Base64.getDecoder().decode(answer.at("/result/data").asText());
    }

    private JsonNode call(String method, ObjectNode parameters) throws InterruptedException, IOException {
        int id = ++calls;
        var message = json.createObjectNode().put("id", id).put("method", method);
        message.set("params", parameters);
        page.sendText(json.writeValueAsString(message), true).join();
        return await(answer -> answer.path("id").asInt() == id);
    }

    private JsonNode await(Predicate<JsonNode> wanted) throws InterruptedException, IOException {
        while (true) {
            var message = messages.poll(PATIENCE, TimeUnit.SECONDS);
            if (message == null || message.has("error")) {
                throw new IOException("Chromium gave up: " + message);
            }
            if (wanted.test(message)) {
                return message;
            }
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        begun.append(part);
        if (last) {
            try {
                messages.add(json.readTree(begun.toString()));
            } catch (IOException malformed) {
                throw new IllegalStateException(malformed);
            }
            begun.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @Override
    public Duration processorTime() {
        return Stream.concat(Stream.of(browser.toHandle()), browser.descendants())
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public void close() {
        page.abort();
        browser.descendants().forEach(ProcessHandle::destroy);
        browser.destroy();
    }
}
