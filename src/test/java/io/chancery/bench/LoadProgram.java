package io.chancery.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.RunningChancery;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * Loads the five customer files, posts every request file, waits until all is final, and prints what it took. Run by
 * {@code ./mvnw -Pbench verify -Dchancery.bench.data=<folder with customers/ and requests/>}.
 */
public final class LoadProgram {

    private static final List<String> SOURCES = List.of("crm", "billing", "marketing", "service", "webshop");
    private static final List<String> REQUESTS = List.of("invoices", "reminders", "letters", "newsletter");
    private static final int CALLERS = 8;

    private final ObjectMapper json = new ObjectMapper();
    private final Path data;
    private final RunningChancery chancery;
    private final Measurements measurements;
    private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());

    private LoadProgram(Path data, RunningChancery chancery, Measurements measurements) {
        this.data = data;
        this.chancery = chancery;
        this.measurements = measurements;
    }

    /** Takes the folder with the files; exits with 1 if any request did not get the answer it should. */
    public static void main(String... args) throws Exception {
        var folder = Files.createTempDirectory("chancery-bench");
        int port = freePort();
        var settings = Map.of(
                "chancery.data.directory",
                folder.resolve("data").toString(),
                "chancery.embedded-database.port",
                Integer.toString(port),
                "chancery.demo.enabled",
                "false");
        List<String> wrong;
        try (var chancery = RunningChancery.start(
                        settings, List.of("-Xmx512m", "-XX:+UseParallelGC"), folder.resolve("chancery.log"));
                var measurements = new Measurements(chancery, folder.resolve("data"), port)) {
            var program = new LoadProgram(Path.of(args[0]), chancery, measurements);
            program.run();
            wrong = program.wrong;
        }
        System.out.println("log: " + folder.resolve("chancery.log"));
        System.exit(wrong.isEmpty() ? 0 : 1);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void run() throws Exception {
        load();
        for (var file : REQUESTS) {
            post(file);
        }
        measurements.awaitAllFinal();
        measurements.print();
        wrong.stream().limit(20).forEach(line -> System.out.println("WRONG " + line));
    }

    private void load() throws IOException {
        int records = 0;
        long start = System.nanoTime();
        for (var source : SOURCES) {
            var mapping = Path.of("src/main/resources/demo/sources", source + ".json");
            expect(200, call("PUT", "/api/v1/sources/" + source, Files.readAllBytes(mapping), "application/json"));
            var file = data.resolve("customers").resolve(source + ".csv");
            var answer = call("POST", "/api/v1/sources/" + source + "/records", Files.readAllBytes(file), "text/csv");
            expect(200, answer);
            var report = json.readTree(answer.body());
            records += report.get("read").asInt();
            System.out.printf(
                    "%-10s read %d, created %d, failed %d%n",
                    source,
                    report.get("read").asInt(),
                    report.get("created").asInt(),
                    report.get("failed").asInt());
        }
        print("imports/s", records / seconds(start));
    }

    private void post(String file) throws Exception {
        var lines = Files.readAllLines(data.resolve("requests").resolve(file + ".ndjson"));
        var millis = Collections.synchronizedList(new ArrayList<Double>());
        var calls = new ArrayList<Callable<Void>>();
        for (var line : lines) {
            calls.add(() -> {
                long start = System.nanoTime();
                var answer =
                        call("POST", "/api/v1/messages", line.getBytes(StandardCharsets.UTF_8), "application/json");
                millis.add(seconds(start) * 1000);
                check(line, answer);
                return null;
            });
        }
        var callers = Executors.newFixedThreadPool(CALLERS);
        long start = System.nanoTime();
        callers.invokeAll(calls);
        double took = seconds(start);
        callers.shutdown();
        var sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        print(file + " accepted/s", lines.size() / took);
        print(file + " accept p50 ms", sorted[sorted.length / 2]);
        print(file + " accept p99 ms", sorted[sorted.length * 99 / 100]);
    }

    /** The lines that are bad on purpose say what they expect. */
    private void check(String line, HttpResponse<String> answer) throws IOException {
        var expected = json.readTree(line).path("metadata").path("expect").asText("202");
        var got = Integer.toString(answer.statusCode());
        if (answer.statusCode() == 422) {
            JsonNode problem = json.readTree(answer.body());
            got = problem.get("code").asText().equals("unknown-customer")
                    ? "unknown customer"
                    : "422 " + problem.at("/errors/0/pointer").asText();
        }
        measurements.count(got);
        if (!got.equals(expected)) {
            wrong.add("expected " + expected + ", got " + got + ": " + answer.body());
        }
    }

    private HttpResponse<String> call(String method, String path, byte[] body, String type) {
        return chancery.send(
                method,
                path,
                chancery.printedKey(),
                BodyPublishers.ofByteArray(body),
                "Content-Type",
                type,
                "Prefer",
                "wait=60");
    }

    private static void expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != status / 100) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    static void print(String what, double value) {
        System.out.printf(Locale.ROOT, "%-32s %,10.1f%n", what, value);
    }
}
