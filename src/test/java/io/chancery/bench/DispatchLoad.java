package io.chancery.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.RunningChancery;
import io.chancery.SmscSink;
import io.chancery.SmtpSink;
import io.chancery.faults.Orders;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Sends signed mails and texts by runs through the packaged application to sinks on this machine, from the start of the run to
 * the archived final status, while single messages are asked for; and beside it what the same machine does of the same without
 * Chancery. Run by {@code ./mvnw -Pbench verify -Dchancery.bench=dispatch}.
 */
public final class DispatchLoad {

    private static final int WARM_UP = 30_000;

    private final Path folder = Files.createTempDirectory("chancery-dispatch");
    private final KeyPair key = BareSending.rsaKey();
    private final int databasePort = freePort();
    private final SmtpSink relay = new SmtpSink();
    private final SmscSink smsc = new SmscSink();
    private final ObjectMapper json = new ObjectMapper();
    private final RunningChancery chancery;
    private final Orders orders;
    private final Connection database;
    private int next;

    private DispatchLoad() throws IOException, SQLException {
        chancery = start();
        orders = new Orders(chancery.printedKey());
        database = connect();
    }

    /** Takes the number of mails, which is that of texts, and how many messages are stored before they are counted. */
    public static void main(String... arguments) throws Exception {
        var load = new DispatchLoad();
        try {
            load.run(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        } finally {
            load.chancery.close();
        }
        System.exit(0);
    }

    private RunningChancery start() throws IOException {
        var keyFile = folder.resolve("rsa.pem");
        Files.writeString(
                keyFile,
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(key.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        var settings = new HashMap<>(Map.of(
                "chancery.data.directory",
                folder.resolve("data").toString(),
                "chancery.embedded-database.port",
                Integer.toString(databasePort),
                "chancery.demo.enabled",
                "false",
                "chancery.dispatch.email.providers.sink.host",
                "127.0.0.1",
                "chancery.dispatch.email.providers.sink.port",
                Integer.toString(relay.port()),
                "chancery.dispatch.email.providers.sink.tls",
                "none",
                "chancery.dispatch.sms.providers.sink.host",
                "127.0.0.1",
                "chancery.dispatch.sms.providers.sink.port",
                Integer.toString(smsc.port()),
                "chancery.dispatch.email.dkim.\"lindenwerk.example\".rsa.selector",
                "s2026",
                "chancery.dispatch.email.dkim.\"lindenwerk.example\".rsa.key",
                keyFile.toString()));
        return RunningChancery.start(
                settings, List.of("-Xmx512m", "-XX:+UseParallelGC"), folder.resolve("chancery.log"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Connection connect() throws SQLException, IOException {
        return Measurements.connect(folder.resolve("data"), databasePort);
    }

    private void run(int count, int stored) throws Exception {
        try (var measurements = new Measurements(chancery, folder.resolve("data"), databasePort)) {
            orders.loadCustomers(chancery);
            measure("warm-up", WARM_UP);
            if (stored > 0) {
                new StoredMessages(database).reach(stored);
            }
            measure("measured", count);
            peers();
            try (var old = connect()) {
                old.setAutoCommit(false);
                old.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                old.createStatement().execute("select count(*) from dispatch_queue");
                measure("with a long read transaction", count);
            }
            LoadProgram.print("peak heap, MB", measurements.peakHeap() / 1e6);
        }
        System.out.println("log: " + folder.resolve("chancery.log"));
    }

    private void measure(String name, int count) throws Exception {
        System.out.println("— " + name);
        try (var singles = new Singles(chancery, database, "idle", 50)) {
            TimeUnit.SECONDS.sleep(20);
        }
        for (var channel : List.of("email", "sms")) {
            bulk(channel, count);
            var run = start(channel, count / 3);
            try (var singles = new Singles(chancery, database, "during a run by " + channel, 10)) {
                await(run);
            }
        }
    }

    private void bulk(String channel, int count) throws Exception {
        var costs = new Costs(chancery.pid(), database);
        long begun = System.nanoTime();
        var run = start(channel, count);
        long start = System.nanoTime();
        await(run);
        LoadProgram.print(channel + ": lines taken and checked/s", count * 1e9 / (start - begun));
        LoadProgram.print(channel + ": delivered/s", count / LoadProgram.seconds(start));
        costs.print(count);
    }

    private String start(String channel, int count) throws Exception {
        int first = next;
        next += count;
        return orders.run(chancery, channel, first, count);
    }

    /** What the same machine does of the same without Chancery, once its own run is over. */
    private void peers() throws Exception {
        System.out.println("— without Chancery");
        for (var channel : List.of("email", "sms")) {
            LoadProgram.print(
                    channel + ": the same rows inserted in batches/s", new BareInserts(database, channel).perSecond());
        }
        LoadProgram.print("signed mails by bare SMTP/s", BareSending.mails(relay.port(), key, aMail()));
        LoadProgram.print("texts by bare submit_sm/s", BareSending.texts(smsc.port()));
    }

    private byte[] aMail() throws SQLException {
        try (var row = database.createStatement()
                .executeQuery("select message_id from delivery where channel = 'email' and status = 'sent' limit 1")) {
            row.next();
            return chancery.read(
                    "/api/v1/messages/" + row.getString(1) + "/deliveries/email/rendition", chancery.printedKey());
        }
    }

    private void await(String run) throws Exception {
        var status = "";
        while (!status.equals("completed")) {
            TimeUnit.MILLISECONDS.sleep(100);
            var answer = chancery.send("GET", run, chancery.printedKey(), BodyPublishers.noBody());
            status = json.readTree(answer.body()).path("status").asText();
        }
    }
}
