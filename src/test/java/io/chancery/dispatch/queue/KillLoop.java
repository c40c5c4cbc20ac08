package io.chancery.dispatch.queue;

import io.chancery.dispatch.QueuedDelivery;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Kills a real worker process again and again while it hands deliveries over to a provider that keeps its own account,
 * and compares the two accounts at the end. {@code main(deliveries, kills, seed)}.
 */
final class KillLoop implements AutoCloseable {

    private static final int BATCH = 1_000;

    private final DispatchFixture fixture = new DispatchFixture();
    private final Path folder;
    private final Random random;
    private final ServerSocket provider = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Queue<Acceptance> accepted = new ConcurrentLinkedQueue<>();
    private int answersLost;

    /** What the provider has taken over. */
    private record Acceptance(UUID deliveryId, boolean repeat) {}

    /**
     * What the comparison found.
     *
     * @param lost said to be sent, but never accepted
     * @param doubled accepted more often than its attempts were marked as repeats
     * @param repeated accepted again, and marked
     * @param held uncertain, waiting for a person
     * @param unfinished neither sent nor held
     */
    record Result(int lost, int doubled, int repeated, int held, int unfinished, int answersLost) {}

    KillLoop(Path folder, long seed) throws IOException {
        this.folder = folder;
        this.random = new Random(seed);
        var listener = new Thread(this::listen, "provider");
        listener.setDaemon(true);
        listener.start();
    }

    public static void main(String[] arguments) throws Exception {
        int deliveries = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60_000;
        int kills = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : System.nanoTime();
        boolean forgetful = arguments.length > 3 && arguments[3].equals("forgetful");
        long begun = System.nanoTime();
        try (var loop = new KillLoop(Files.createTempDirectory("kill-loop"), seed)) {
            var result = loop.run(deliveries, kills, forgetful);
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
            System.out.printf("%d deliveries, %d kills, seed %d, %d s: %s%n", deliveries, kills, seed, seconds, result);
        }
        System.exit(0);
    }

    /** @param forgetful loses the journal with every kill: the comparison must find that out */
    Result run(int deliveries, int kills, boolean forgetful) throws Exception {
        enqueue(deliveries);
        for (int kill = 0; kill < kills && !fixture.isEmpty(); kill++) {
            killAfter(startWorker(), 800 + random.nextInt(1_200));
            if (forgetful) {
                deleteJournal();
            }
        }
        var last = startWorker();
        while (!fixture.isEmpty()) {
            if (!last.isAlive()) {
                throw new IllegalStateException("The last worker has ended: see " + folder.resolve("worker.log"));
            }
            Thread.sleep(100);
        }
        killAfter(last, 0);
        return compare();
    }

    /** Half of them may be repeated, half must be held. */
    private void enqueue(int deliveries) {
        for (int i = 0; i < deliveries; i += BATCH) {
            var batch = new ArrayList<QueuedDelivery>();
            for (int n = 0; n < Math.min(BATCH, deliveries - i); n++) {
                var delivery = fixture.aDelivery(n % 64);
                batch.add(n % 2 == 0 ? delivery : DispatchFixture.holding(delivery));
            }
            fixture.given(batch);
        }
    }

    private Process startWorker() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dorg.jboss.logging.provider=jdk",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KillLoopWorker.class.getName(),
                        fixture.database().url(),
                        folder.toString(),
                        Integer.toString(provider.getLocalPort()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("worker.log").toFile()))
                .start();
    }

    private static void killAfter(Process worker, int millis) throws InterruptedException {
        worker.waitFor(millis, TimeUnit.MILLISECONDS);
        worker.destroyForcibly().waitFor();
    }

    private void deleteJournal() throws IOException {
        try (var files = Files.list(folder.resolve("journal"))) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private Result compare() {
        Map<UUID, List<Acceptance>> account = accepted.stream().collect(Collectors.groupingBy(Acceptance::deliveryId));
        int lost = 0;
        int doubled = 0;
        int repeated = 0;
        for (var id : fixture.database().get("select id from delivery where status = 'sent'")) {
            if (!account.containsKey(UUID.fromString(id))) {
                lost++;
            }
        }
        for (var acceptances : account.values()) {
            long marked = acceptances.stream().filter(Acceptance::repeat).count();
            repeated += acceptances.size() > 1 ? 1 : 0;
            doubled += acceptances.size() - 1 > marked ? 1 : 0;
        }
        int all = Integer.parseInt(
                fixture.database().get("select count(*) from delivery").get(0));
        int held = fixture.count("uncertain");
        return new Result(lost, doubled, repeated, held, all - held - fixture.count("sent"), answersLost);
    }

    private void listen() {
        try {
            while (true) {
                var connection = provider.accept();
                var thread = new Thread(() -> serve(connection), "provider-connection");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException e) {
            // Closed at the end.
        }
    }

    /** Takes over what comes in, and now and then breaks off before it has said so. */
    private void serve(Socket connection) {
        try (connection;
                var lines = new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII))) {
            OutputStream answers = connection.getOutputStream();
            String line = lines.readLine();
            while (line != null) {
                var words = line.split(" ");
                accepted.add(new Acceptance(UUID.fromString(words[0]), Boolean.parseBoolean(words[1])));
                if (breaksOff()) {
                    return;
                }
                answers.write(("ok " + words[0] + "\n").getBytes(StandardCharsets.US_ASCII));
                line = lines.readLine();
            }
        } catch (IOException e) {
            // The worker was killed.
        }
    }

    private synchronized boolean breaksOff() {
        boolean breaks = random.nextInt(2_000) == 0;
        answersLost += breaks ? 1 : 0;
        return breaks;
    }

    @Override
    public void close() {
        try {
            provider.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        fixture.close();
    }
}
