package io.chancery.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.RunningChancery;
import io.chancery.faults.Checker.Key;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a business system asks for, and what it was promised: most by runs, the rest message by message. */
public final class Orders {

    private static final int CUSTOMERS = 1_000;
    private static final int LINES_AT_ONCE = 20_000;
    private static final String JSON = "application/json";
    private static final String CSV_HEADER = "contact_id,salutation,title,first_name,last_name,birthdate,street,"
            + "postal_code,city,country,email,phone,mobile,preferred_channel,language,modified\n";

    private final ObjectMapper json = new ObjectMapper();
    private final String key;
    private final Set<Key> accepted = ConcurrentHashMap.newKeySet();

    public Orders(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    /** All that was promised. */
    Set<Key> accepted() {
        return accepted;
    }

    /** A thousand people whom every channel reaches. */
    public void loadCustomers(RunningChancery chancery) throws IOException {
        var mapping = Files.readString(Path.of("src/main/resources/demo/sources/crm.json"));
        call(chancery, "PUT", "/api/v1/sources/crm", JSON, mapping);
        var people = IntStream.range(0, CUSTOMERS)
                .mapToObj(i -> String.format(
                        "%07d,Frau,,Erika,Beispiel %d,,Teststr. %d,10115,Berlin,DE,erika%d@example.org,,"
                                + "+49151%08d,,de,2026-01-01T00:00:00%n",
                        i, i, i, i, 12_345_000 + i))
                .collect(Collectors.joining("", CSV_HEADER, ""));
        call(chancery, "POST", "/api/v1/sources/crm/records", "text/csv", people);
    }

    /**
     * Starts a run of reminders by one channel, their numbers from one number on.
     *
     * @return the path of the run
     */
    public String run(RunningChancery chancery, String channel, int from, int count) throws InterruptedException {
        var order = "{\"template\": \"payment-reminder\", \"defaults\": {\"channels\": [\"" + channel
                + "\"], \"data\": {\"amount\": \"12.50\", \"currency\": \"EUR\", \"due\": \"2026-12-31\", \"level\": 1}}}";
        var run = "/api/v1/runs/"
                + call(chancery, "POST", "/api/v1/runs", JSON, order).path("id").asText();
        for (int i = 0; i < count; i += LINES_AT_ONCE) {
            var lines = IntStream.range(from + i, from + Math.min(count, i + LINES_AT_ONCE))
                    .mapToObj(Orders::line)
                    .collect(Collectors.joining("\n"));
            call(chancery, "POST", run + "/items?firstLine=" + (i + 1), "application/x-ndjson", lines);
        }
        call(chancery, "POST", run + "/check", JSON, "");
        while (!call(chancery, "GET", run, JSON, "").path("status").asText().equals("ready")) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        call(chancery, "POST", run + "/start", JSON, "");
        IntStream.range(from, from + count).forEach(i -> accepted.add(new Key(channel, name(i))));
        return run;
    }

    private static String name(int number) {
        return "R-%07d".formatted(number);
    }

    private static String line(int number) {
        return "{%s, \"data\": {\"invoice\": \"%s\"}}".formatted(head(number), name(number));
    }

    private static String head(int number) {
        return "\"customer\": {\"source\": \"crm\", \"record\": \"%07d\"}, \"reference\": \"%s\""
                .formatted(number % CUSTOMERS, name(number));
    }

    /** One message, again and again under the same key until a node says yes. */
    void insist(List<Node> nodes, String channel, int number) throws InterruptedException {
        var order = single(channel, number);
        for (int turn = number; !ask(nodes.get(turn % nodes.size()), order, name(number)); turn++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        accepted.add(new Key(channel, name(number)));
    }

    /** The body that asks for one reminder. */
    public static String single(String channel, int number) {
        return """
                {"template": "payment-reminder", %s, "channels": ["%s"], "data": {"invoice": "%s", "amount": "12.50",
                 "currency": "EUR", "due": "2026-12-31", "level": 1}}
                """.formatted(head(number), channel, name(number));
    }

    private boolean ask(Node node, String order, String idempotencyKey) {
        var chancery = node.alive();
        try {
            return chancery.isPresent()
                    && chancery.get()
                                    .send(
                                            "POST",
                                            "/api/v1/messages",
                                            key,
                                            BodyPublishers.ofString(order),
                                            "Content-Type",
                                            JSON,
                                            "Idempotency-Key",
                                            idempotencyKey)
                                    .statusCode()
                            == 202;
        } catch (UncheckedIOException e) {
            // It was killed while we asked, so nobody knows what became of it: that is what the key is for.
            return false;
        }
    }

    private JsonNode call(RunningChancery chancery, String method, String path, String type, String body) {
        var answer = chancery.send(
                method, path, key, BodyPublishers.ofString(body), "Content-Type", type, "Prefer", "wait=60");
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        try {
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
