package io.chancery.bench;

import io.chancery.archive.FilledArchive;
import io.chancery.archive.FilledArchive.Text;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.MutableClock;
import io.chancery.platform.TestDatabase;
import io.chancery.platform.database.RolePasswords;
import io.chancery.platform.keys.MasterKeys;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Fills an archive with texts of the last year, while the application that it belongs to seals them. */
final class ArchiveFiller {

    static final Duration YEAR = Duration.ofDays(365);

    private static final int BATCH = 2_000;
    private static final int WRITERS = 2;
    private static final int WORDS = 5_000;

    private final Installation installation;
    private final Instant end = Instant.now().truncatedTo(ChronoUnit.DAYS);
    private final List<Person> people = new ArrayList<>();
    private final UUID version;

    ArchiveFiller(Installation installation) throws SQLException {
        this.installation = installation;
        version = UUID.fromString(
                find("select template_version_id::text from message where 'sms' = any (channels) limit 1"));
        try (var row = installation.database.createStatement().executeQuery("""
                select customer.id, customer.ucid from customer join golden on golden.customer_id = customer.id
                """)) {
            while (row.next()) {
                people.add(new Person(row.getObject(1, UUID.class), row.getString(2)));
            }
        }
    }

    private record Person(UUID id, String ucid) {}

    private String find(String query) throws SQLException {
        try (var row = installation.database.createStatement().executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    List<String> ucids() {
        return people.stream().map(Person::ucid).toList();
    }

    /** Something that many texts say; the first ones very many. */
    static String word(int number) {
        var letters = new StringBuilder("w");
        for (int rest = number + 100; rest > 0; rest /= 20) {
            letters.append("bcdfghjklmnpqrstvwxz".charAt(rest % 20)).append("aeiou".charAt(rest % 5));
        }
        return letters.toString();
    }

    static String reference(int number) {
        return "A-%08d".formatted(number);
    }

    /** Writes so many. */
    void fill(int count) throws Exception {
        var passwords = RolePasswords.find(installation.folder.resolve("data")).orElseThrow();
        var url = "jdbc:postgresql://127.0.0.1:%d/chancery?password=%s"
                .formatted(installation.databasePort, passwords.application());
        installation
                .database
                .createStatement()
                .execute("select make_months((current_date - interval '13 months')::date, current_date)");
        try (var database = TestDatabase.at(url)) {
            var writers = Executors.newFixedThreadPool(WRITERS);
            var parts = new ArrayList<Callable<Void>>();
            for (int i = 0; i < WRITERS; i++) {
                int part = i;
                parts.add(() -> {
                    fill(database, count / WRITERS * part, count / WRITERS * (part + 1), count);
                    return null;
                });
            }
            for (var done : writers.invokeAll(parts)) {
                done.get();
            }
            writers.shutdown();
        }
    }

    private void fill(TestDatabase database, int from, int to, int all) {
        var step = YEAR.dividedBy(all);
        var clock = new MutableClock(end.minus(YEAR).plus(step.multipliedBy(from)));
        var master = MasterKeys.in(installation.folder.resolve("data").resolve("keys"));
        var archive = new FilledArchive(database, master, clock, version);
        var random = new Random(from);
        for (int i = from; i < to; i += BATCH) {
            archive.write(IntStream.range(i, Math.min(to, i + BATCH))
                    .mapToObj(number -> text(number, random))
                    .toList());
            clock.pass(step.multipliedBy(BATCH));
        }
    }

    private Text text(int number, Random random) {
        var person = people.get(random.nextInt(people.size()));
        var words = IntStream.range(0, 6)
                .mapToObj(i -> word((int) (WORDS * Math.pow(random.nextDouble(), 3))))
                .collect(Collectors.joining(" "));
        return new Text(
                person.id(),
                person.ucid(),
                "+49151%08d".formatted(random.nextInt(99_999_999)),
                reference(number),
                "Guten Tag, zu Ihrer Rechnung %s: %s. Ihr Lindenwerk".formatted(reference(number), words));
    }

    /** Statistics as autovacuum will have them, and nothing left to clean up. */
    void settle() throws SQLException, IOException {
        try (Connection connection = installation.connect()) {
            connection
                    .createStatement()
                    .execute("update archive_text_cursor set (tx, delivery_id) = "
                            + "(select tx, delivery_id from archive_entry order by tx desc, delivery_id desc limit 1)");
            connection.createStatement().execute("vacuum (analyze, parallel 2)");
        }
    }

    /** Picked from the whole year. */
    List<UUID> someDeliveries(int count) throws SQLException {
        var found = new ArrayList<UUID>();
        var random = new Random(count);
        for (int i = 0; i < count; i++) {
            var at = end.minus(YEAR).plusMillis((long) (random.nextDouble() * YEAR.toMillis()));
            found.add(UUID.fromString(find("select id::text from delivery where id >= '%s' order by delivery.id limit 1"
                    .formatted(IdGenerator.floor(at)))));
        }
        return found;
    }
}
