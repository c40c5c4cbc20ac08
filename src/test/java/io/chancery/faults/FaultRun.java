package io.chancery.faults;

import io.chancery.faults.Checker.Findings;
import io.chancery.platform.digest.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two nodes of the packaged application on one database, their providers, and what befalls them all. */
final class FaultRun implements AutoCloseable {

    private final Plan plan;
    private final Path folder;
    private final MortalDatabase database;
    private final Providers providers;
    private final List<Node> nodes;
    private final Faults faults;
    private final long begun = System.nanoTime();

    /**
     * What is to happen.
     *
     * @param application where it is packaged
     * @param perSecond how much each provider takes, so that a small load lasts until the last fault; or nothing
     * @param limit after which the accounts are compared as they are
     */
    record Plan(
            Path application, int deliveries, List<Faults.Kind> faults, long seed, String perSecond, Duration limit) {

        int letters() {
            return deliveries / 10;
        }

        /** As many mails as texts. */
        int mails() {
            return (deliveries - letters()) / 2;
        }

        int texts() {
            return deliveries - letters() - mails();
        }

        /** So that a small load sees some, too. */
        double cuts() {
            return Math.max(0.002, 10.0 / deliveries);
        }
    }

    /** What came out, and the table of it. */
    record Result(
            Findings findings, List<String> brokenLetters, int openAtFaults, Duration longestTakeover, String table) {

        boolean isClean() {
            return findings.areClean() && brokenLetters.isEmpty() && findings.uncertain() <= openAtFaults;
        }

        /** The findings one by one, no more than so many of each kind. */
        String examples(int shown) {
            return Stream.of(
                            lines("lost", findings.lost()),
                            lines("unfinished", findings.unfinished()),
                            lines("unmarked repeats", findings.unmarkedRepeats()),
                            lines("taken, not on record", findings.phantoms()),
                            lines("uncertain, not marked", findings.unmarkedUncertain()),
                            lines("letters not whole", brokenLetters))
                    .flatMap(lines -> lines.limit(shown))
                    .collect(Collectors.joining());
        }

        private static Stream<String> lines(String kind, List<String> found) {
            return found.stream().map(line -> "%s: %s%n".formatted(kind, line));
        }
    }

    FaultRun(Path folder, Plan plan) {
        this.plan = plan;
        this.folder = folder;
        database = new MortalDatabase(folder);
        providers = new Providers(folder, plan.seed(), plan.cuts());
        nodes = List.of(node("one"), node("two"));
        faults = new Faults(database, nodes, providers, plan.seed());
    }

    private Node node(String name) {
        var settings = new HashMap<>(providers.settings(plan.perSecond()));
        settings.putAll(database.settings());
        settings.putAll(Map.of(
                "chancery.demo.enabled", "false",
                "chancery.keys.directory", folder.resolve("keys").toString(),
                "chancery.dispatch.retry.first", "1s",
                "chancery.dispatch.retry.longest", "10s",
                "chancery.dispatch.print.folder", folder.resolve("print").toString()));
        return new Node(plan.application(), folder.resolve(name), settings);
    }

    Result run() throws Exception {
        nodes.get(0).start();
        var chancery = nodes.get(0).alive().orElseThrow();
        var orders = new Orders(chancery.printedKey());
        var second = CompletableFuture.runAsync(nodes.get(1)::start);
        orders.loadCustomers(chancery);
        second.join();
        int single = plan.texts() / 20;
        int texts = plan.texts() - single;
        orders.run(chancery, "print", 0, plan.letters());
        orders.run(chancery, "email", plan.letters(), plan.mails());
        orders.run(chancery, "sms", plan.letters() + plan.mails(), texts);
        var insisting = CompletableFuture.runAsync(() -> insist(orders, plan.deliveries() - single, single));
        befall();
        insisting.join();
        awaitEnd();
        return compare(orders);
    }

    private void insist(Orders orders, int from, int count) {
        try {
            for (int i = 0; i < count; i++) {
                awaitProgress(0.8 * i / count);
                orders.insist(nodes, "sms", from + i);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void befall() throws SQLException, InterruptedException {
        var kinds = plan.faults();
        for (int i = 0; i < kinds.size(); i++) {
            awaitProgress((i + 1.0) / (kinds.size() + 2));
            System.out.printf("%4d s, %d taken: %s%n", seconds(), providers.taken(), kinds.get(i));
            faults.commit(kinds.get(i));
        }
    }

    /** @param part of the mails and texts that have been taken */
    private void awaitProgress(double part) throws InterruptedException {
        await(() -> providers.taken() >= part * (plan.mails() + plan.texts()));
    }

    private void awaitEnd() throws SQLException, InterruptedException {
        try (var connection = database.connect()) {
            var ledger = new Ledger(connection);
            await(() -> ledger.messages() >= plan.deliveries() && ledger.unfinished() == 0);
        }
    }

    /** A question to the database. */
    private interface Question {
        boolean answer() throws SQLException;
    }

    private void await(Question question) throws InterruptedException {
        long until = begun + plan.limit().toNanos();
        try {
            while (!question.answer() && System.nanoTime() < until) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Result compare(Orders orders) throws SQLException, IOException {
        long seconds = seconds();
        try (var connection = database.connect()) {
            var ledger = new Ledger(connection);
            var archived = archivedHashes(orders, ledger.letters());
            nodes.forEach(Node::close);
            var deliveries = ledger.deliveries();
            var letters = PrintedLetters.read(folder.resolve("print"), archived);
            var findings = Checker.check(orders.accepted(), deliveries, providers.taken(deliveries, letters.taken()));
            int open = faults.open() + providers.openAtCuts();
            return new Result(
                    findings,
                    letters.broken(),
                    open,
                    faults.longestTakeover(),
                    table(findings, letters, open, seconds));
        }
    }

    /** The SHA-256 of each letter as the archive hands it out, in hexadecimal digits, by its delivery. */
    private Map<String, String> archivedHashes(Orders orders, Map<String, String> letters) {
        var chancery = nodes.stream()
                .flatMap(node -> node.alive().stream())
                .findFirst()
                .orElseThrow();
        return letters.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        letter -> Sha256.of(chancery.read(
                                "/api/v1/messages/" + letter.getValue() + "/deliveries/print/rendition",
                                orders.key()))));
    }

    private String table(Findings findings, PrintedLetters letters, int open, long seconds) {
        var rows = new Table();
        rows.add("deliveries", plan.deliveries());
        rows.add("of them letters", letters.taken().size());
        rows.add("kills", faults.kills());
        rows.add("kills with the database", faults.databaseKills());
        rows.add("kills for good", faults.count(Faults.Kind.KILL_ONE_FOR_GOOD));
        rows.add("longest takeover, ms", faults.longestTakeover().toMillis());
        rows.add("freezes of 20 s", faults.count(Faults.Kind.FREEZE));
        rows.add("providers switched off", faults.count(Faults.Kind.SWITCH_PROVIDER_OFF));
        rows.add("connections cut", providers.cuts());
        rows.add("refusals", providers.refusals());
        rows.add("slow answers", providers.drips());
        rows.add("double answers", providers.doubleAnswers());
        rows.add("lost", findings.lost().size());
        rows.add("unfinished", findings.unfinished().size());
        rows.add("unmarked repeats", findings.unmarkedRepeats().size());
        rows.add("taken, not on record", findings.phantoms().size());
        rows.add("uncertain, not marked", findings.unmarkedUncertain().size());
        rows.add("letters not whole", letters.broken().size());
        rows.add("marked repeats", findings.markedRepeats());
        rows.add("uncertain attempts", findings.uncertain());
        rows.add("open at the faults", open);
        rows.add("seconds", seconds);
        rows.add("deliveries/s", plan.deliveries() / Math.max(1, seconds));
        rows.add("seed", plan.seed());
        return rows.toString();
    }

    /** Names and figures, line by line. */
    private static final class Table {

        private final StringBuilder lines = new StringBuilder();

        void add(String name, long figure) {
            lines.append("%-26s %d%n".formatted(name, figure));
        }

        @Override
        public String toString() {
            return lines.toString();
        }
    }

    private long seconds() {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
    }

    @Override
    public void close() throws IOException {
        nodes.forEach(Node::kill);
        providers.close();
        database.close();
    }
}
