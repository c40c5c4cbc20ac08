package io.chancery.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.RunningChancery;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Loads so many records into the packaged application, and prints what imports, single records, reads, searches and a
 * re-match of everything take. Main class of the tests; the arguments are the number of records (200,000) and the heap
 * (1g).
 */
public final class GoldenRecordLoad {

    private static final int CALLS = 2_000;
    private static final int RECORDS_AT_ONCE = 100_000;

    private final ObjectMapper json = new ObjectMapper();
    private final RunningChancery chancery;
    private final Townsfolk people;
    private final Random random = new Random(7);

    private GoldenRecordLoad(RunningChancery chancery, Townsfolk people) {
        this.chancery = chancery;
        this.people = people;
    }

    public static void main(String... args) throws Exception {
        long records = args.length > 0 ? Long.parseLong(args[0]) : 200_000;
        var heap = args.length > 1 ? args[1] : "1g";
        var folder = Files.createTempDirectory("chancery-golden");
        var settings = Map.of(
                "chancery.data.directory", folder.resolve("data").toString(),
                "chancery.embedded-database.port", Integer.toString(freePort()),
                "chancery.demo.enabled", "false");
        try (var chancery = RunningChancery.start(settings, List.of("-Xmx" + heap), folder.resolve("chancery.log"))) {
            new GoldenRecordLoad(chancery, new Townsfolk(1, records / 2)).run();
        }
        System.out.println("log: " + folder.resolve("chancery.log"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void run() throws Exception {
        for (int source = 0; source < 2; source++) {
            call("PUT", "/api/v1/sources/town" + source, Townsfolk.DEFINITION);
        }
        for (long from = 0; from < people.count(); from += RECORDS_AT_ONCE / 2) {
            long to = Math.min(people.count(), from + RECORDS_AT_ONCE / 2);
            long start = System.nanoTime();
            load(0, from, to);
            load(1, from, to);
            LoadProgram.print("records/s up to " + to * 2, (to - from) * 2 / LoadProgram.seconds(start));
        }
        single();
        read();
        search();
        rematch();
    }

    private void load(int source, long from, long to) throws IOException, InterruptedException {
        var answer = chancery.send(
                "POST",
                "/api/v1/sources/town" + source + "/records",
                chancery.printedKey(),
                BodyPublishers.ofInputStream(() -> lines(source, from, to)),
                "Content-Type",
                "text/csv");
        var location = answer.headers().firstValue("Location");
        var body = json.readTree(answer.body());
        while (answer.statusCode() == 202
                && !List.of("finished", "failed").contains(body.path("status").asText())) {
            Thread.sleep(200);
            body = json.readTree(call("GET", URI.create(location.orElseThrow()).getPath(), "")
                    .body());
        }
    }

    private PipedInputStream lines(int source, long from, long to) {
        try {
            var input = new PipedInputStream(1 << 16);
            var output = new PipedOutputStream(input);
            var writer = new Thread(() -> {
                try (output) {
                    output.write(Townsfolk.HEADER.getBytes(StandardCharsets.UTF_8));
                    for (long person = from; person < to; person++) {
                        output.write(people.line(person, source).getBytes(StandardCharsets.UTF_8));
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
    }

    /** New people, and known ones in their other source with another number. */
    private void single() throws IOException {
        var columns = Townsfolk.HEADER.strip().split(",");
        measure("single upsert", i -> {
            long person = i % 2 == 0 ? people.count() + i : random.nextLong(people.count());
            var values = people.line(person, 0).strip().split(",", -1);
            var body = json.createObjectNode();
            for (int c = 1; c < columns.length; c++) {
                body.put(columns[c], values[c]);
            }
            return call("PUT", "/api/v1/sources/town0/records/S" + i, body.toString());
        });
    }

    private void read() throws IOException {
        var ucids = new String[CALLS];
        for (int i = 0; i < CALLS; i++) {
            var found =
                    call("GET", "/api/v1/customers?source=town0&record=P" + random.nextLong(people.count()) + "-0", "");
            ucids[i] = json.readTree(found.body()).at("/items/0/ucid").asText();
        }
        measure("GET customer", i -> call("GET", "/api/v1/customers/" + ucids[i], ""));
    }

    private void search() throws IOException {
        measure("search", i -> {
            var values = people.line(random.nextLong(people.count()), 0).split(",");
            return call("GET", "/api/v1/customers?limit=20&q=" + values[1] + "%20" + values[2].substring(0, 4), "");
        });
    }

    private void rematch() throws Exception {
        var asked = json.readTree(
                call("POST", "/api/v1/rematches", "{\"learn\": true}").body());
        JsonStatus status;
        do {
            Thread.sleep(500);
            var body = call("GET", "/api/v1/rematches/" + asked.path("id").asText(), "")
                    .body();
            status = new JsonStatus(json.readTree(body).path("status").asText(), body);
        } while (status.isOpen());
        System.out.println("re-match "
                + status.body().substring(0, Math.min(400, status.body().length())));
    }

    private record JsonStatus(String status, String body) {
        boolean isOpen() {
            return status.equals("waiting") || status.equals("running");
        }
    }

    private interface Call {
        HttpResponse<String> make(int number) throws IOException;
    }

    private void measure(String what, Call call) throws IOException {
        var millis = new double[CALLS];
        for (int i = 0; i < CALLS; i++) {
            long start = System.nanoTime();
            var answer = call.make(i);
            millis[i] = LoadProgram.seconds(start) * 1000;
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(what + ": " + answer.statusCode() + " " + answer.body());
            }
        }
        Arrays.sort(millis);
        LoadProgram.print(what + " p50 ms", millis[CALLS / 2]);
        LoadProgram.print(what + " p99 ms", millis[CALLS * 99 / 100]);
    }

    private HttpResponse<String> call(String method, String path, String body) {
        return chancery.send(
                method, path, chancery.printedKey(), BodyPublishers.ofString(body), "Content-Type", "application/json");
    }
}
