package io.chancery.bench;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Fills the archive of a packaged application with texts, and measures searching, proving, sealing and sending with it as large
 * as that, beside sending with it empty. Run by {@code ./mvnw -Pbench verify -Dchancery.bench=archive}.
 */
public final class ArchiveLoad {

    private static final int WARM_UP = 30_000;
    private static final int PEOPLE = 20_000;
    private static final int QUERIES = 1_000;
    private static final int VIEWS = 50;

    /** What people open first, and what would be slow first if a page grew with the store. */
    private static final List<String> PAGES = List.of(
            "/messages",
            "/messages?status=failed",
            "/messages?channel=email",
            "/messages?template=welcome",
            "/messages?from=2020-01-01&until=2020-12-31",
            "/customers?q=archiv17",
            "/match-candidates",
            "/sources",
            "/runs",
            "/holds",
            "/holds?reason=stopped",
            "/providers",
            "/print-runs",
            "/dashboard",
            "/dashboard?period=year",
            "/archive?q=channel:sms",
            "/legal-holds",
            "/expiries",
            "/exports",
            "/checks",
            "/audit");

    private static final int SEALED_PER_SECOND = 20_000;
    private static final int SEALING_SECONDS = 60;

    private final Installation installation;
    private final Random random = new Random(1);

    private ArchiveLoad(Installation installation) {
        this.installation = installation;
    }

    /** Takes the number of mails, which is that of texts, to send, and how many deliveries are in the archive before. */
    public static void main(String... arguments) throws Exception {
        try (var installation = new Installation()) {
            new ArchiveLoad(installation).run(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        }
        System.exit(0);
    }

    private void run(int count, int stored) throws Exception {
        installation.orders.loadCustomers(installation.chancery);
        send("warm-up", WARM_UP);
        send("with an empty archive", count);
        costs();
        people();
        pages();
        fill(stored);
        search();
        pages();
        sealing();
        send("with a full archive", count);
        System.out.println("log: " + installation.folder.resolve("chancery.log"));
    }

    private void send(String name, int count) throws Exception {
        System.out.println("— " + name);
        for (var channel : List.of("email", "sms")) {
            installation.bulk(channel, count);
        }
    }

    /** What one delivery takes on disk. */
    private void costs() throws SQLException {
        System.out.println("— on disk");
        try (var row = installation.database.createStatement().executeQuery("""
                select media_type, count(*), avg(size), avg(octet_length(content)), avg(octet_length(context))
                from archive_entry group by media_type order by media_type
                """)) {
            while (row.next()) {
                System.out.printf(
                        Locale.ROOT,
                        "%-32s %,10d  %,.0f bytes, stored as %,.0f and %,.0f of what it was made of%n",
                        row.getString(1),
                        row.getLong(2),
                        row.getDouble(3),
                        row.getDouble(4),
                        row.getDouble(5));
            }
        }
    }

    private void people() {
        var lines = IntStream.range(0, PEOPLE)
                .mapToObj(i -> "A%06d,Herr,,Kim,Archiv%d,,Aktenweg %d,10115,Berlin,DE,archiv%d@example.org,,,,de,%s"
                        .formatted(i, i, i, i, "2026-01-01T00:00:00"))
                .collect(Collectors.joining("\n"));
        var header =
                "contact_id,salutation,title,first_name,last_name,birthdate,street,postal_code,city,country,email,phone,"
                        + "mobile,preferred_channel,language,modified\n";
        var answer = installation.chancery.send(
                "POST",
                "/api/v1/sources/crm/records",
                installation.chancery.printedKey(),
                BodyPublishers.ofString(header + lines),
                "Content-Type",
                "text/csv",
                "Prefer",
                "wait=600");
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(answer.body());
        }
    }

    private ArchiveFiller filler() throws SQLException {
        return new ArchiveFiller(installation);
    }

    private void fill(int stored) throws Exception {
        System.out.println("— filling");
        long start = System.nanoTime();
        filler().fill(stored);
        LoadProgram.print("deliveries written/s", stored / LoadProgram.seconds(start));
        long left = number("select (select count(*) from event) + (select count(*) from archive_entry)"
                + " - (select coalesce(sum(leaf_count), 0) from seal)");
        start = System.nanoTime();
        awaitSealed();
        LoadProgram.print("leaves not sealed by then", left);
        LoadProgram.print("seconds until they were", LoadProgram.seconds(start));
        filler().settle();
        LoadProgram.print("database, GB", number("select pg_database_size('chancery')") / 1e9);
        LoadProgram.print("leaves, million", number("select sum(leaf_count) from seal") / 1e6);
    }

    private long number(String query) throws SQLException {
        try (var row = installation.database.createStatement().executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Until what is there now is sealed. */
    private void awaitSealed() throws Exception {
        long last = number(
                "select greatest((select max(tx) from event), (select max(tx) from archive_entry))::text::bigint");
        while (number("select last_tx::text::bigint from seal order by no desc limit 1") < last) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private void search() throws Exception {
        System.out.println("— " + QUERIES + " requests of each kind, one after the other");
        var filler = filler();
        var ucids = filler.ucids();
        int stored = (int) number("select count(*) from message where reference like 'A-%'");
        measure("by customer", i -> archive("customer:" + ucids.get(random.nextInt(ucids.size()))));
        measure("by reference", i -> archive("reference:" + ArchiveFiller.reference(random.nextInt(stored))));
        measure("by a word in a month", i -> archive(month() + " text:" + word()));
        measure("by two words in a month", i -> archive(month() + " text:" + word() + " text:" + word()));
        var deliveries = filler.someDeliveries(QUERIES + QUERIES / 10);
        measure("by provider id", i -> archive("provider-id:" + deliveries.get(i)));
        measure("proof", i -> "/api/v1/archive/" + deliveries.get(i) + "/proof");
    }

    private void pages() {
        System.out.println("— " + VIEWS + " views of each page");
        for (var page : PAGES) {
            measure(page, VIEWS, i -> page);
        }
    }

    private static String archive(String query) {
        return "/api/v1/archive?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    /** As people ask for them: any word, not as often as it is written. */
    private String word() {
        return ArchiveFiller.word(random.nextInt(5_000));
    }

    private String month() {
        var first = LocalDate.now().withDayOfMonth(1).minusMonths(1 + random.nextInt(11));
        return "from:%s to:%s".formatted(first, first.plusMonths(1).minusDays(1));
    }

    private void measure(String name, IntFunction<String> path) {
        measure(name, QUERIES, path);
    }

    private void measure(String name, int count, IntFunction<String> path) {
        var millis = new ArrayList<Double>();
        long bytes = 0;
        int warm = count / 10;
        for (int i = 0; i < count + warm; i++) {
            long start = System.nanoTime();
            var answer = installation.chancery.send(
                    "GET", path.apply(i), installation.chancery.printedKey(), BodyPublishers.noBody());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(name + ": " + answer.body());
            }
            bytes += answer.body().length();
            if (i >= warm) {
                millis.add(LoadProgram.seconds(start) * 1000);
            }
        }
        var sorted = millis.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%-32s p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, %,d bytes each%n",
                name,
                sorted.get(count / 2),
                sorted.get(count * 95 / 100),
                sorted.get(count * 99 / 100),
                bytes / (count + warm));
    }

    /** Events at an even pace, and how long after its commit the last of each second is in a seal. */
    private void sealing() throws Exception {
        System.out.printf("— %,d leaves each second, for %d s%n", SEALED_PER_SECOND, SEALING_SECONDS);
        var lags = new ArrayList<CompletableFuture<Double>>();
        try (var writer = installation.connect()) {
            for (int i = 0; i < SEALING_SECONDS; i++) {
                long start = System.nanoTime();
                for (int part = 0; part < 5; part++) {
                    writer.createStatement().execute("""
                            insert into event (id, delivery_id, at, kind, commitment)
                            select gen_random_uuid(), id, now(), 'opened', sha256(id::text::bytea)
                            from (select id from delivery order by id desc limit %d)
                            """.formatted(SEALED_PER_SECOND / 5));
                }
                lags.add(CompletableFuture.supplyAsync(this::lag));
                TimeUnit.NANOSECONDS.sleep(Math.max(0, 1_000_000_000 - (System.nanoTime() - start)));
            }
        }
        var sorted = lags.stream().map(CompletableFuture::join).sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%-32s p50 %.2f s, most %.2f s%n",
                "sealed after",
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() - 1));
    }

    private double lag() {
        long start = System.nanoTime();
        try (var connection = installation.connect();
                var statement = connection.createStatement()) {
            try (var row = statement.executeQuery("select max(tx) from event")) {
                row.next();
                var last = row.getString(1);
                boolean sealed = false;
                while (!sealed) {
                    TimeUnit.MILLISECONDS.sleep(20);
                    try (var seal = statement.executeQuery(
                            "select last_tx >= '" + last + "'::xid8 from seal order by no desc limit 1")) {
                        seal.next();
                        sealed = seal.getBoolean(1);
                    }
                }
            }
            return LoadProgram.seconds(start);
        } catch (SQLException | InterruptedException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
