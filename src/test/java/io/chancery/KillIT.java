package io.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.platform.TestRoles;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the packaged application, {@code kill -9}, while hundreds of messages are on their way, and asks witnesses that
 * outlive it: nothing is missing, everything ends, and whatever came twice is marked.
 */
class KillIT {

    private static final int MESSAGES = 300;
    private static final int KILLS = 2;
    private static final Duration END_LIMIT = Duration.ofMinutes(4);

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void after_kills_nothing_is_lost_and_every_repeat_is_marked() throws Exception {
        try (var postgres = EmbeddedPostgres.builder().start();
                var mail = new SmtpSink();
                var phones = new SmscSink()) {
            var settings = settings(postgres, mail, phones);
            var chancery = start(settings);
            var key = chancery.printedKey();
            loadCustomers(chancery, key);

            var ids = post(chancery, key);
            for (int kill = 1; kill <= KILLS; kill++) {
                awaitTaken(mail, MESSAGES * kill / (KILLS + 2));
                chancery.kill();
                chancery = start(settings);
            }
            var events = awaitAllFinal(chancery, key, ids);
            chancery.close();

            assertThat(ids).doesNotHaveDuplicates().hasSize(MESSAGES);
            verify("email", mail.taken(), events);
            verify("sms", byDelivery(phones.taken(), ids, events), events);
            assertThat(printed()).containsAll(deliveries("print", events).keySet());
        }
    }

    private Map<String, String> settings(EmbeddedPostgres postgres, SmtpSink mail, SmscSink phones) {
        var settings = new HashMap<>(TestRoles.settings(postgres));
        settings.putAll(Map.of(
                "chancery.data.directory", folder.toString(),
                "chancery.dispatch.email.providers.relay.host", "127.0.0.1",
                "chancery.dispatch.email.providers.relay.port", Integer.toString(mail.port()),
                "chancery.dispatch.email.providers.relay.tls", "none",
                "chancery.dispatch.sms.providers.smsc.host", "127.0.0.1",
                "chancery.dispatch.sms.providers.smsc.port", Integer.toString(phones.port()),
                "chancery.dispatch.print.folder", folder.resolve("print").toString()));
        return settings;
    }

    private RunningChancery start(Map<String, String> settings) {
        return RunningChancery.start(
                settings, List.of("-Xmx512m", RunningChancery.QUICK_START), folder.resolve("chancery.log"));
    }

    private static void loadCustomers(RunningChancery chancery, String key) throws IOException {
        var mapping = Files.readString(Path.of("src/main/resources/demo/sources/crm.json"));
        var put = chancery.send(
                "PUT",
                "/api/v1/sources/crm",
                key,
                BodyPublishers.ofString(mapping),
                "Content-Type",
                "application/json");
        assertThat(put.statusCode()).isBetween(200, 201);
        var csv = new StringBuilder("contact_id,salutation,title,first_name,last_name,birthdate,street,postal_code,"
                + "city,country,email,phone,mobile,preferred_channel,language,modified\n");
        IntStream.range(0, 200)
                .forEach(i -> csv.append(String.format(
                        "%07d,Frau,,Erika,Beispiel %d,,Teststr. %d,10115,Berlin,DE,erika%d@example.org,,"
                                + "+4915112345%03d,,de,2026-01-01T00:00:00%n",
                        i, i, i, i, i)));
        var loaded = chancery.send(
                "POST",
                "/api/v1/sources/crm/records",
                key,
                BodyPublishers.ofString(csv.toString()),
                "Content-Type",
                "text/csv",
                "Prefer",
                "wait=60");
        assertThat(loaded.statusCode()).isEqualTo(200);
    }

    /** Posts all messages, for all three channels; each request carries a key, as a careful caller's would. */
    private List<String> post(RunningChancery chancery, String key) {
        return IntStream.range(0, MESSAGES)
                .mapToObj(i -> chancery.send(
                        "POST",
                        "/api/v1/messages",
                        key,
                        BodyPublishers.ofString(reminder(i)),
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        "kill-" + i))
                .map(answer -> {
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
                    return parse(answer.body()).get("id").asText();
                })
                .toList();
    }

    private static String reminder(int i) {
        return String.format("""
                {"template": "payment-reminder", "customer": {"source": "crm", "record": "%07d"},
                 "reference": "M-%06d", "channels": ["print", "email", "sms"],
                 "data": {"invoice": "R-%06d", "amount": "12.50", "currency": "EUR", "due": "2026-12-31", "level": 1}}
                """, i % 200, i, i);
    }

    private static void awaitTaken(SmtpSink mail, int count) {
        Awaitility.await()
                .atMost(END_LIMIT)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> mail.taken().size() >= count);
    }

    private Map<String, JsonNode> awaitAllFinal(RunningChancery chancery, String key, List<String> ids) {
        var open = new ArrayDeque<>(ids);
        var events = new HashMap<String, JsonNode>();
        // What still waits is asked for one by one: hundreds of questions at a time would hold it up.
        Awaitility.await().atMost(END_LIMIT).until(() -> {
            while (!open.isEmpty() && isFinal(chancery, key, open.element())) {
                open.remove();
            }
            return open.isEmpty();
        });
        ids.forEach(id -> events.put(id, chancery.get("/api/v1/messages/" + id + "/events", key)));
        return events;
    }

    private static boolean isFinal(RunningChancery chancery, String key, String id) {
        var status = chancery.get("/api/v1/messages/" + id, key).get("status").asText();
        return Set.of("delivered", "failed", "cancelled").contains(status);
    }

    /** Each delivery of a channel that is on record as sent, and whether it is marked as a repeat. */
    private static Map<String, Boolean> deliveries(String channel, Map<String, JsonNode> events) {
        var repeats = new HashMap<String, Boolean>();
        events.values()
                .forEach(list -> list.forEach(event -> {
                    if (event.get("channel").asText().equals(channel)) {
                        boolean repeated = event.get("kind").asText().equals("repeated");
                        repeats.merge(event.get("deliveryId").asText(), repeated, Boolean::logicalOr);
                    }
                }));
        return repeats;
    }

    private static void verify(String channel, Map<String, Integer> taken, Map<String, JsonNode> events) {
        var repeats = deliveries(channel, events);
        var counted = new HashMap<String, Integer>();
        taken.forEach((id, count) -> counted.merge(id.replaceFirst("@.*", ""), count, Integer::sum));

        assertThat(repeats).as("deliveries by " + channel).hasSize(MESSAGES);
        assertThat(counted.keySet()).as("lost by " + channel).containsAll(repeats.keySet());
        assertThat(repeats.keySet()).as("never asked for by " + channel).containsAll(counted.keySet());
        var unmarked = counted.entrySet().stream()
                .filter(entry -> entry.getValue() > 1 && !repeats.get(entry.getKey()))
                .toList();
        assertThat(unmarked).as("unmarked repeats by " + channel).isEmpty();
    }

    /** The texts carry the number of the invoice, not the id of the delivery. */
    private static Map<String, Integer> byDelivery(
            Map<String, Integer> taken, List<String> ids, Map<String, JsonNode> events) {
        var counted = new HashMap<String, Integer>();
        for (int i = 0; i < ids.size(); i++) {
            var count = taken.getOrDefault(String.format("R-%06d", i), 0);
            if (count > 0) {
                deliveries("sms", Map.of(ids.get(i), events.get(ids.get(i))))
                        .keySet()
                        .forEach(delivery -> counted.put(delivery, count));
            }
        }
        return counted;
    }

    private Set<String> printed() {
        try (var files = Files.walk(folder.resolve("print"))) {
            var names = new HashSet<String>();
            files.filter(file -> file.toString().endsWith(".pdf"))
                    .forEach(file -> names.add(file.getFileName().toString().replaceFirst("\\.pdf$", "")));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode parse(String body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
