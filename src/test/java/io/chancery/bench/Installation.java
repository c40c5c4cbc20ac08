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

/** The packaged application on an empty database, with sinks on this machine for its mails and texts. */
final class Installation implements AutoCloseable {

    final Path folder = Files.createTempDirectory("chancery-dispatch");
    final KeyPair key = BareSending.rsaKey();
    final int databasePort = freePort();
    final SmtpSink relay = new SmtpSink();
    final SmscSink smsc = new SmscSink();
    final RunningChancery chancery;
    final Orders orders;
    final Connection database;
    private final ObjectMapper json = new ObjectMapper();
    private int next;

    Installation() throws IOException, SQLException {
        chancery = start();
        orders = new Orders(chancery.printedKey());
        database = connect();
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

    /** As superuser. */
    Connection connect() throws SQLException, IOException {
        return Measurements.connect(folder.resolve("data"), databasePort);
    }

    /** Sends so many by a run, and prints how fast. */
    void bulk(String channel, int count) throws Exception {
        var costs = new Costs(chancery.pid(), database);
        long begun = System.nanoTime();
        var run = start(channel, count);
        long start = System.nanoTime();
        await(run);
        LoadProgram.print(channel + ": lines taken and checked/s", count * 1e9 / (start - begun));
        LoadProgram.print(channel + ": delivered/s", count / LoadProgram.seconds(start));
        costs.print(count);
    }

    /** The path of a run that is on. */
    String start(String channel, int count) throws Exception {
        int first = next;
        next += count;
        return orders.run(chancery, channel, first, count);
    }

    void await(String run) throws Exception {
        var status = "";
        while (!status.equals("completed")) {
            TimeUnit.MILLISECONDS.sleep(100);
            var answer = chancery.send("GET", run, chancery.printedKey(), BodyPublishers.noBody());
            status = json.readTree(answer.body()).path("status").asText();
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
        chancery.close();
    }
}
