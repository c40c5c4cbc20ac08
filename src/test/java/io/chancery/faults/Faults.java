package io.chancery.faults;

import io.chancery.platform.work.ShardLeases;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What befalls the nodes and their database, in a seeded order, and how many attempts were open each time. */
final class Faults {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final MortalDatabase database;
    private final List<Node> nodes;
    private final Providers providers;
    private final Random random;
    private final Map<Kind, Integer> done = new EnumMap<>(Kind.class);
    private int kills;
    private int open;
    private long longestTakeover;

    /** The kinds of faults. */
    enum Kind {
        KILL_ONE,
        KILL_BOTH,
        KILL_ONE_WITH_DATABASE,
        KILL_BOTH_WITH_DATABASE,
        /** A second later: what was sent in it is in their journals only. */
        KILL_BOTH_AFTER_DATABASE,
        /** And started again only when the other node has taken over. */
        KILL_ONE_FOR_GOOD,
        /** Of the owner of most shards, for longer than a lease lasts, so that they go to the other node. */
        FREEZE,
        SWITCH_PROVIDER_OFF
    }

    Faults(MortalDatabase database, List<Node> nodes, Providers providers, long seed) {
        this.database = database;
        this.nodes = nodes;
        this.providers = providers;
        this.random = new Random(seed);
    }

    /** So many kills, a quarter of them with the database, and the other faults in proportion. */
    static List<Kind> mixture(int wanted, long seed) {
        var plan = new ArrayList<Kind>();
        int withDatabase = (wanted + 3) / 4;
        for (int kill = 0; kill < wanted; ) {
            boolean both = kill % 5 == 4 && kill + 2 <= wanted;
            if (kill < withDatabase) {
                plan.add(both ? Kind.KILL_BOTH_WITH_DATABASE : Kind.KILL_ONE_WITH_DATABASE);
                kill++;
            } else {
                plan.add(both ? Kind.KILL_BOTH : Kind.KILL_ONE);
                kill += both ? 2 : 1;
            }
        }
        plan.addAll(Collections.nCopies(Math.max(1, wanted / 10), Kind.KILL_ONE_FOR_GOOD));
        plan.addAll(Collections.nCopies(Math.max(1, wanted / 10), Kind.FREEZE));
        plan.addAll(Collections.nCopies(Math.max(1, wanted / 8), Kind.SWITCH_PROVIDER_OFF));
        Collections.shuffle(plan, new Random(seed));
        return plan;
    }

    void commit(Kind kind) throws SQLException, InterruptedException {
        done.merge(kind, 1, Integer::sum);
        var one = nodes.get(random.nextInt(nodes.size()));
        switch (kind) {
            case KILL_ONE -> kill(List.of(one), false);
            case KILL_BOTH -> kill(nodes, false);
            case KILL_ONE_WITH_DATABASE -> kill(List.of(one), true);
            case KILL_BOTH_WITH_DATABASE -> kill(nodes, true);
            case KILL_BOTH_AFTER_DATABASE -> killAfterDatabase();
            case KILL_ONE_FOR_GOOD -> killForGood(one);
            case FREEZE -> freeze(mostBusy());
            case SWITCH_PROVIDER_OFF -> switchOff();
        }
    }

    private void killForGood(Node dying) throws SQLException, InterruptedException {
        kills++;
        dying.kill();
        long died = System.nanoTime();
        countOpen(dying.id());
        var heir = nodes.stream().filter(node -> node != dying).findFirst().orElseThrow();
        try (var connection = database.connect()) {
            var ledger = new Ledger(connection);
            while (ledger.shards(heir.id()) < ShardLeases.COUNT && System.nanoTime() - died < LIMIT.toNanos()) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        longestTakeover = Math.max(longestTakeover, System.nanoTime() - died);
        dying.start();
    }

    private void killAfterDatabase() throws SQLException, InterruptedException {
        database.kill();
        TimeUnit.SECONDS.sleep(1);
        kill(nodes, true);
    }

    private void kill(List<Node> dying, boolean withDatabase) throws SQLException {
        kills += dying.size();
        if (withDatabase) {
            database.kill();
        }
        dying.forEach(Node::kill);
        if (withDatabase) {
            database.restart();
            countOpen("");
        } else {
            for (var node : dying) {
                countOpen(node.id());
            }
        }
        CompletableFuture.allOf(dying.stream()
                        .map(node -> CompletableFuture.runAsync(node::start))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    /** The owner of most shards. */
    private Node mostBusy() throws SQLException {
        try (var connection = database.connect()) {
            var ledger = new Ledger(connection);
            var busy = nodes.get(0);
            for (var node : nodes) {
                busy = ledger.shards(node.id()) > ledger.shards(busy.id()) ? node : busy;
            }
            return busy;
        }
    }

    private void freeze(Node node) throws SQLException, InterruptedException {
        node.freeze();
        try {
            countOpen(node.id());
            TimeUnit.SECONDS.sleep(20);
        } finally {
            node.thaw();
        }
    }

    private void switchOff() throws SQLException, InterruptedException {
        var all = List.copyOf(providers.listeners());
        var provider = all.get(random.nextInt(all.size()));
        countOpen("");
        provider.switchOff();
        TimeUnit.SECONDS.sleep(2);
        provider.switchOn();
    }

    private void countOpen(String node) throws SQLException {
        try (var connection = database.connect()) {
            open += new Ledger(connection).open(node);
        }
    }

    /** The longest that shards had no owner because theirs had died. */
    Duration longestTakeover() {
        return Duration.ofNanos(longestTakeover);
    }

    int kills() {
        return kills;
    }

    int databaseKills() {
        return count(Kind.KILL_ONE_WITH_DATABASE)
                + count(Kind.KILL_BOTH_WITH_DATABASE)
                + count(Kind.KILL_BOTH_AFTER_DATABASE);
    }

    int count(Kind kind) {
        return done.getOrDefault(kind, 0);
    }

    /** How many attempts were open when something befell those who made them. */
    int open() {
        return open;
    }
}
