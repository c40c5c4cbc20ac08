package io.chancery.consent;

import io.chancery.consent.store.TestStore;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.TestDatabase;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.ConsentDeclared;
import io.chancery.vocabulary.ConsentDeclared.Declarant;
import io.chancery.vocabulary.ConsentDeclared.Evidence;
import io.chancery.vocabulary.ConsentDeclared.Scope;
import io.chancery.vocabulary.ConsentDeclared.Status;
import io.chancery.vocabulary.Ucid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Declarations of records whose persons are known, loaded as an import and a steward would: every record a customer of
 * its own, then the records of one person merged. What is effective is compared with the truth.
 *
 * <p>As a program: {@code KnownConsents <folder of dach5>}.
 */
final class KnownConsents {

    private static final Map<String, Status> WORDS =
            Map.of("GRANTED", Status.CONFIRMED, "REVOKED", Status.UNSUBSCRIBED, "DENIED", Status.DENIED);

    private final TestDatabase database;
    private final Consents consents;
    private final IdGenerator ids = TestDatabase.ids(Clock.systemUTC());
    private final Map<String, UUID> records = new LinkedHashMap<>();
    private final Map<String, UUID> persons = new LinkedHashMap<>();
    private long numbers = 1;

    KnownConsents(TestDatabase database) {
        this.database = database;
        this.consents = new Consents(
                TestStore.reader(database.sql()),
                TestStore.refusals(database.sql()),
                TestStore.preferences(database.sql(), Clock.systemUTC()),
                TestStore.suppressions(database.sql()),
                ids,
                Clock.systemUTC());
    }

    public static void main(String... arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        try (var database = TestDatabase.create()) {
            var known = new KnownConsents(database);
            long begin = System.nanoTime();
            known.load(folder.resolve("truth_clusters.csv"), folder.resolve("consents.csv"), 1);
            long loaded = System.nanoTime();
            var effective = known.effective();
            long read = System.nanoTime();
            var truth = truth(folder.resolve("truth_consents.csv"));
            long right = truth.stream().filter(effective::contains).count();
            System.out.printf(
                    "effective consents: %d of %d right, %d found, accuracy %.3f%n",
                    right, truth.size(), effective.size(), (double) right / Math.max(truth.size(), effective.size()));
            System.out.printf(
                    "loaded in %d ms, read in %d ms%n", (loaded - begin) / 1_000_000, (read - loaded) / 1_000_000);
        }
    }

    /** What counts, as lines of {@code truth_consents.csv}. */
    TreeSet<String> effective() {
        var lines = new TreeSet<String>();
        var standings = consents.standings(persons.values());
        persons.forEach((person, id) -> standings.getOrDefault(id, Standing.SILENT).effective().stream()
                .map(each -> String.join(
                        ",",
                        person,
                        String.valueOf(each.scope().channel()),
                        each.scope().purpose(),
                        word(each.status()),
                        LocalDateTime.ofInstant(each.at(), ZoneOffset.UTC)
                                .format(java.time.format.DateTimeFormatter.ISO_LOCAL_DATE_TIME)))
                .forEach(lines::add));
        return lines;
    }

    private static String word(Status status) {
        return WORDS.entrySet().stream()
                .filter(word -> word.getValue() == status)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(status.code());
    }

    static TreeSet<String> truth(Path file) throws IOException {
        return new TreeSet<>(rows(file));
    }

    private static List<String> rows(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        return lines.subList(1, lines.size());
    }

    /** @param order in which the declarations arrive, by its seed */
    void load(Path clusters, Path declarations, long order) throws IOException {
        database.execute("insert into source values ('known', 'Known', 50, '{}', 1, now())");
        for (var row : rows(clusters)) {
            var columns = row.split(",");
            addRecord(columns[0]);
        }
        var declared = new ArrayList<>(rows(declarations));
        Collections.shuffle(declared, new Random(order));
        consents.declare(declared.stream().map(this::declaration).toList());
        for (var row : rows(clusters)) {
            var columns = row.split(",");
            merge(columns[0], columns[1]);
        }
    }

    private void addRecord(String name) {
        var id = ids.next();
        database.execute("""
                insert into source_record (id, source, external_id, raw, hash, salutation, title, given_name, family_name,
                    language, version, received_at)
                values ('%1$s', 'known', '%2$s', '{}', sha256('x'), '', '', '', '', 'de', 1, now())
                """.formatted(id, name));
        database.execute("insert into customer values ('%s', '%s', 1, now(), now())"
                .formatted(id, Ucid.ofNumber(numbers++).text()));
        database.execute("insert into link values ('%1$s', '%1$s', 1, 'own-record', 'auto', now())".formatted(id));
        records.put(name, id);
    }

    private void merge(String record, String person) {
        var id = records.get(record);
        var survivor = persons.putIfAbsent(person, id);
        if (survivor != null) {
            database.execute("update link set customer_id = '%s' where record_id = '%s'".formatted(survivor, id));
            database.execute("update customer set merged_into = '%s', merged_at = now() where id = '%s'"
                    .formatted(survivor, id));
        }
    }

    private ConsentDeclared declaration(String row) {
        var columns = row.split(",", -1);
        var record = records.get(columns[0]);
        return new ConsentDeclared(
                new Declarant(record, record),
                new Scope(new Channel(columns[1]), columns[2]),
                WORDS.getOrDefault(columns[3], Status.PENDING),
                LocalDateTime.parse(columns[4]).toInstant(ZoneOffset.UTC),
                null,
                List.of(),
                new Evidence("known/" + columns[0], columns[5], Map.of()));
    }
}
