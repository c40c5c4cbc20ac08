package io.chancery.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Sends signed mails and texts by runs through the packaged application to sinks on this machine, from the start of the run to
 * the archived final status, while single messages are asked for; and beside it what the same machine does of the same without
 * Chancery. Run by {@code ./mvnw -Pbench verify -Dchancery.bench=dispatch}.
 */
public final class DispatchLoad {

    private static final int WARM_UP = 30_000;

    private final Installation installation = new Installation();

    private DispatchLoad() throws IOException, SQLException {}

    /** Takes the number of mails, which is that of texts, and how many messages are stored before they are counted. */
    public static void main(String... arguments) throws Exception {
        var load = new DispatchLoad();
        try (var running = load.installation) {
            load.run(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        }
        System.exit(0);
    }

    private void run(int count, int stored) throws Exception {
        try (var measurements = new Measurements(
                installation.chancery, installation.folder.resolve("data"), installation.databasePort)) {
            installation.orders.loadCustomers(installation.chancery);
            measure("warm-up", WARM_UP);
            if (stored > 0) {
                new StoredMessages(installation.database).reach(stored);
            }
            measure("measured", count);
            peers();
            try (var old = installation.connect()) {
                old.setAutoCommit(false);
                old.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                old.createStatement().execute("select count(*) from dispatch_queue");
                measure("with a long read transaction", count);
            }
            LoadProgram.print("peak heap, MB", measurements.peakHeap() / 1e6);
        }
        System.out.println("log: " + installation.folder.resolve("chancery.log"));
    }

    private void measure(String name, int count) throws Exception {
        System.out.println("— " + name);
        try (var singles = new Singles(installation.chancery, installation.database, "idle", 50)) {
            TimeUnit.SECONDS.sleep(20);
        }
        for (var channel : List.of("email", "sms")) {
            installation.bulk(channel, count);
            var run = installation.start(channel, count / 3);
            try (var singles =
                    new Singles(installation.chancery, installation.database, "during a run by " + channel, 10)) {
                installation.await(run);
            }
        }
    }

    /** What the same machine does of the same without Chancery, once its own run is over. */
    private void peers() throws Exception {
        System.out.println("— without Chancery");
        for (var channel : List.of("email", "sms")) {
            LoadProgram.print(
                    channel + ": the same rows inserted in batches/s",
                    new BareInserts(installation.database, channel).perSecond());
        }
        LoadProgram.print(
                "signed mails by bare SMTP/s", BareSending.mails(installation.relay.port(), installation.key, aMail()));
        LoadProgram.print("texts by bare submit_sm/s", BareSending.texts(installation.smsc.port()));
    }

    private byte[] aMail() throws SQLException {
        try (var row = installation
                .database
                .createStatement()
                .executeQuery("select message_id from delivery where channel = 'email' and status = 'sent' limit 1")) {
            row.next();
            return installation.chancery.read(
                    "/api/v1/messages/" + row.getString(1) + "/deliveries/email/rendition",
                    installation.chancery.printedKey());
        }
    }
}
