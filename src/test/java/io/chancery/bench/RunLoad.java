package io.chancery.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.RunningChancery;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Sends runs through the packaged application, and prints what taking, checking and making messages of their lines takes, and
 * how much heap: one run whose messages wait for a date, so that nothing else is measured, and a tenth of it to the end. Main
 * class of the tests; the arguments are the number of lines (100,000) and the heap (256m).
 */
public final class RunLoad {

    private static final int CUSTOMERS = 2_000;

    private final ObjectMapper json = new ObjectMapper();
    private final RunningChancery chancery;
    private final Townsfolk people = new Townsfolk(1, CUSTOMERS);

    private RunLoad(RunningChancery chancery) {
        this.chancery = chancery;
    }

    public static void main(String... args) throws Exception {
        int lines = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        var heap = args.length > 1 ? args[1] : "256m";
        var folder = Files.createTempDirectory("chancery-runs");
        int port = freePort();
        var settings = Map.of(
                "chancery.data.directory", folder.resolve("data").toString(),
                "chancery.embedded-database.port", Integer.toString(port),
                "chancery.demo.enabled", "false");
        try (var chancery = RunningChancery.start(
                        settings, List.of("-Xmx" + heap, "-XX:+UseParallelGC"), folder.resolve("chancery.log"));
                var measurements = new Measurements(chancery, folder.resolve("data"), port)) {
            new RunLoad(chancery).run(lines);
            LoadProgram.print("peak heap, MB", measurements.peakHeap() / 1e6);
        }
        System.out.println("log: " + folder.resolve("chancery.log"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void run(int lines) throws Exception {
        call("PUT", "/api/v1/sources/town0", "application/json", BodyPublishers.ofString(Townsfolk.DEFINITION));
        call("POST", "/api/v1/sources/town0/records", "text/csv", stream(CUSTOMERS, -1));
        var later = begin("\"sendAt\": \"2040-01-01T00:00:00Z\", ");
        take(later, lines);
        long start = System.nanoTime();
        await(later, "/start", run -> run.at("/lines/waiting").asInt() == 0);
        LoadProgram.print("messages made/s", lines / LoadProgram.seconds(start));
        count(later);
        results(later);
        var now = begin("");
        take(now, lines / 10);
        start = System.nanoTime();
        var run = await(now, "/start", done -> done.path("status").asText().equals("completed"));
        LoadProgram.print("run to the end, lines/s", lines / 10 / LoadProgram.seconds(start));
        System.out.println(run);
    }

    private String begin(String defaults) {
        var body = """
                {"template": "welcome", "defaults": {%s"channels": ["print"],
                 "data": {"tariff": "Öko", "currency": "EUR", "instalment": "87.00"}}}
                """.formatted(defaults);
        return call("POST", "/api/v1/runs", "application/json", BodyPublishers.ofString(body))
                .path("id")
                .asText();
    }

    private void take(String id, int lines) throws Exception {
        for (var time : List.of("lines taken/s", "lines taken again/s")) {
            long start = System.nanoTime();
            var answer = call("POST", "/api/v1/runs/" + id + "/items", "application/x-ndjson", stream(lines, 0));
            LoadProgram.print(time, lines / LoadProgram.seconds(start));
            System.out.println(answer);
        }
        long start = System.nanoTime();
        await(id, "/check", run -> run.path("status").asText().equals("ready"));
        LoadProgram.print("lines checked/s", lines / LoadProgram.seconds(start));
    }

    private void count(String id) {
        long start = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            get(id);
        }
        LoadProgram.print("progress, ms", LoadProgram.seconds(start) * 1000 / 20);
    }

    private void results(String id) {
        long start = System.nanoTime();
        var file =
                chancery.send("GET", "/api/v1/runs/" + id + "/results", chancery.printedKey(), BodyPublishers.noBody());
        LoadProgram.print("results, lines/s", file.body().lines().count() / LoadProgram.seconds(start));
    }

    private JsonNode await(String id, String act, Predicate<JsonNode> end) throws Exception {
        call("POST", "/api/v1/runs/" + id + act, "application/json", BodyPublishers.noBody());
        var run = get(id);
        while (!end.test(run)) {
            TimeUnit.MILLISECONDS.sleep(250);
            run = get(id);
        }
        return run;
    }

    private JsonNode get(String id) {
        return call("GET", "/api/v1/runs/" + id, "application/json", BodyPublishers.noBody());
    }

    private JsonNode call(String method, String path, String type, BodyPublisher body) {
        var answer =
                chancery.send(method, path, chancery.printedKey(), body, "Content-Type", type, "Prefer", "wait=60");
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        try {
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines of a run, or people if there is no first number. */
    private BodyPublisher stream(int lines, int first) {
        return BodyPublishers.ofInputStream(() -> {
            try {
                var input = new PipedInputStream(1 << 16);
                var output = new PipedOutputStream(input);
                var writer = new Thread(() -> {
                    try (output) {
                        output.write((first < 0 ? Townsfolk.HEADER : "").getBytes(StandardCharsets.UTF_8));
                        for (int i = 0; i < lines; i++) {
                            var line = first < 0 ? people.line(i, 0) : line(i);
                            output.write(line.getBytes(StandardCharsets.UTF_8));
                        }
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
                writer.setDaemon(true);
                writer.start();
                return input;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String line(int number) {
        return "{\"customer\": {\"source\": \"town0\", \"record\": \"P" + number % CUSTOMERS
                + "-0\"}, \"reference\": \"V-" + number + "\", \"data\": {\"contract\": \"V-" + number
                + "\", \"from\": \"2027-01-01\"}}\n";
    }
}
