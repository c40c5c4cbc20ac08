package io.chancery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/** The packaged application in a process of its own, as an operator runs it; it can be killed like one. */
public final class RunningChancery implements AutoCloseable {

    /** For the JVM of an application that is soon ended: code that is compiled well is not ready before. */
    public static final String QUICK_START = "-XX:TieredStopAtLevel=1";

    /** Where the build puts it. */
    public static final Path PACKAGED = Path.of("target/quarkus-app");

    private static final Pattern KEY = Pattern.compile("ccm_[A-Za-z0-9]+_[A-Za-z0-9_-]{43}");
    private static final Pattern PORT_TAKEN =
            Pattern.compile("(?i)address already in use|could not bind|already bound|port \\d+ .*in use");
    private static final int SHOWN = 80;
    private static final int KEY_LOOKS = 30;
    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private final Process process;
    private final int port;
    private final AtomicReference<String> printedKey = new AtomicReference<>("");
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ObjectMapper json = new ObjectMapper();

    private RunningChancery(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts the application and waits until it is ready.
     *
     * @param settings by their property names
     * @param log what it prints is appended here
     */
    public static RunningChancery start(Map<String, String> settings, List<String> jvmOptions, Path log) {
        return start(PACKAGED, settings, jvmOptions, log);
    }

    /** Starts the application that is packaged in this folder. */
    public static RunningChancery start(Path folder, Map<String, String> settings, List<String> jvmOptions, Path log) {
        var jar = folder.resolve("quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException("Package it first: " + jar + " is missing");
        }
        try {
            return startOnce(jar, settings, jvmOptions, log);
        } catch (IllegalStateException e) {
            // A port that was free may be taken by a test beside us before it is bound.
            if (!PORT_TAKEN.matcher(String.valueOf(e.getMessage())).find()) {
                throw e;
            }
            return startOnce(jar, settings, jvmOptions, log);
        }
    }

    private static RunningChancery startOnce(
            Path jar, Map<String, String> settings, List<String> jvmOptions, Path log) {
        try {
            int port = freePort();
            var command = new ArrayList<String>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(jvmOptions);
            settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
            command.add("-Dquarkus.http.port=" + port);
            command.addAll(List.of("-jar", jar.toString()));
            var started = new RunningChancery(
                    new ProcessBuilder(command).redirectErrorStream(true).start(), port);
            started.readOutput(log);
            started.awaitReady(log);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void readOutput(Path log) {
        var reader = new Thread(
                () -> {
                    try (var lines = new BufferedReader(
                                    new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                            var out = Files.newBufferedWriter(
                                    log,
                                    java.nio.file.StandardOpenOption.CREATE,
                                    java.nio.file.StandardOpenOption.APPEND)) {
                        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                            var key = KEY.matcher(line);
                            if (key.find()) {
                                printedKey.set(key.group());
                            }
                            out.write(line);
                            out.newLine();
                            out.flush();
                        }
                    } catch (IOException e) {
                        // The pipe breaks when the process is killed, which is what some tests are for.
                    }
                },
                "output-of-" + port);
        reader.setDaemon(true);
        reader.start();
    }

    private void awaitReady(Path log) throws IOException {
        long until = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() < until && process.isAlive()) {
            if (isReady()) {
                return;
            }
            pause();
        }
        process.destroyForcibly();
        var lines = Files.readAllLines(log);
        throw new IllegalStateException("The application did not become ready:\n"
                + String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN), lines.size())));
    }

    private boolean isReady() {
        try {
            return send("GET", "/q/health/ready", "", BodyPublishers.noBody()).statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The API key that a first start prints, soon after the application is ready; empty if it prints none. */
    public String printedKey() {
        for (int i = 0; i < KEY_LOOKS && printedKey.get().isEmpty(); i++) {
            pause();
        }
        return printedKey.get();
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public long pid() {
        return process.pid();
    }

    /** Sends a request with the key, and gives whatever is answered. */
    public HttpResponse<String> send(String method, String path, String key, BodyPublisher body, String... headers) {
        var request = request(path, key).method(method, body);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return exchange(request, BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String key) {
        return HttpRequest.newBuilder(uri(path))
                .timeout(Duration.ofMinutes(5))
                .header("Authorization", "Bearer " + key);
    }

    private <T> HttpResponse<T> exchange(HttpRequest.Builder request, BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads JSON, and fails on any answer but 200. */
    public JsonNode get(String path, String key) {
        try {
            return json.readTree(read(path, key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads bytes, and fails on any answer but 200. */
    public byte[] read(String path, String key) {
        var answer = exchange(request(path, key), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("GET " + path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** An orderly stop. */
    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
