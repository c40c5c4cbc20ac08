package io.chancery.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.RunningChancery;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Loads the sources of a folder (a {@code NAME.json} and a {@code NAME.csv} each) into packaged applications five times, in
 * another order each time, and prints how equal the customers are to those of the first: the adjusted Rand index, 1 for the
 * same; as they are then, and after the re-match that comes when no file does. Main class of the tests; the argument is the
 * folder.
 */
public final class ShuffledLoads {

    private static final int LOADS = 5;
    private static final int PARTS = 3;

    private final ObjectMapper json = new ObjectMapper();
    private final Path folder;

    private ShuffledLoads(Path folder) {
        this.folder = folder;
    }

    public static void main(String... args) throws Exception {
        var loads = new ShuffledLoads(Path.of(args[0]));
        var first = loads.load(0);
        System.out.printf("load 0: %d records%n", first.loaded().size());
        for (int load = 1; load < LOADS; load++) {
            var other = loads.load(load);
            System.out.printf(
                    "load %d: adjusted Rand index %.5f, after a re-match %.5f%n",
                    load,
                    adjustedRand(first.loaded(), other.loaded()),
                    adjustedRand(first.rematched(), other.rematched()));
        }
    }

    private record Part(String source, String csv) {}

    /** The customer of each record, by source and id. */
    private record Owners(Map<String, String> loaded, Map<String, String> rematched) {}

    private Owners load(int seed) throws Exception {
        var random = new Random(seed);
        var sources = sources();
        var parts = new ArrayList<Part>();
        for (var source : sources) {
            parts.addAll(parts(source, random));
        }
        Collections.shuffle(parts, random);
        var home = Files.createTempDirectory("chancery-shuffled");
        var settings = Map.of(
                "chancery.data.directory", home.resolve("data").toString(),
                "chancery.embedded-database.port", Integer.toString(freePort()),
                "chancery.demo.enabled", "false");
        try (var chancery = RunningChancery.start(settings, List.of("-Xmx1g"), home.resolve("log"))) {
            for (var source : sources) {
                call(
                        chancery,
                        "PUT",
                        "/api/v1/sources/" + source,
                        Files.readString(folder.resolve(source + ".json")),
                        "application/json");
            }
            for (var part : parts) {
                call(chancery, "POST", "/api/v1/sources/" + part.source() + "/records", part.csv(), "text/csv");
            }
            var loaded = owners(chancery);
            rematch(chancery);
            return new Owners(loaded, owners(chancery));
        }
    }

    private List<String> sources() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.replace(".json", ""))
                    .sorted()
                    .toList();
        }
    }

    private List<Part> parts(String source, Random random) throws IOException {
        var lines = Files.readAllLines(folder.resolve(source + ".csv"));
        var records = new ArrayList<>(lines.subList(1, lines.size()));
        Collections.shuffle(records, random);
        var parts = new ArrayList<Part>();
        for (int part = 0; part < PARTS; part++) {
            var some = records.subList(records.size() * part / PARTS, records.size() * (part + 1) / PARTS);
            parts.add(new Part(source, lines.get(0) + "\n" + String.join("\n", some) + "\n"));
        }
        return parts;
    }

    private static String call(RunningChancery chancery, String method, String path, String body, String type) {
        var answer = chancery.send(
                method,
                path,
                chancery.printedKey(),
                BodyPublishers.ofString(body),
                "Content-Type",
                type,
                "Prefer",
                "wait=120");
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(path + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private void rematch(RunningChancery chancery) throws IOException, InterruptedException {
        var view = json.readTree(call(chancery, "POST", "/api/v1/rematches", "{\"learn\": true}", "application/json"));
        var path = "/api/v1/rematches/" + view.path("id").asText();
        while (!view.path("status").asText().equals("finished")) {
            Thread.sleep(200);
            view = json.readTree(call(chancery, "GET", path, "", "application/json"));
        }
    }

    private Map<String, String> owners(RunningChancery chancery) throws IOException {
        var owners = new TreeMap<String, String>();
        var links = call(chancery, "GET", "/api/v1/links", "", "application/json");
        for (var line : links.lines().toList()) {
            var link = json.readTree(line);
            owners.put(
                    link.path("source").asText() + "/" + link.path("record").asText(),
                    link.path("ucid").asText());
        }
        return owners;
    }

    /** Hubert and Arabie 1985: the share of pairs on which two partitions agree, beyond what chance would do. */
    private static double adjustedRand(Map<String, String> one, Map<String, String> other) {
        if (!one.keySet().equals(other.keySet())) {
            throw new IllegalStateException("Not the same records");
        }
        var both = new HashMap<String, Integer>();
        var first = new HashMap<String, Integer>();
        var second = new HashMap<String, Integer>();
        one.forEach((record, cluster) -> {
            var twin = other.get(record);
            both.merge(cluster + "/" + twin, 1, Integer::sum);
            first.merge(cluster, 1, Integer::sum);
            second.merge(twin, 1, Integer::sum);
        });
        double pairs = one.size() * (one.size() - 1) / 2.0;
        double expected = pairs(first.values()) * pairs(second.values()) / pairs;
        double most = (pairs(first.values()) + pairs(second.values())) / 2;
        return (pairs(both.values()) - expected) / (most - expected);
    }

    private static double pairs(Collection<Integer> sizes) {
        return sizes.stream().mapToDouble(size -> size * (size - 1) / 2.0).sum();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
