package io.chancery.dispatch.print.printer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chancery.dispatch.print.printer.TargetException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against OpenSSH's own server. */
class SftpTargetTest {

    private static final String STRANGER = "SHA256:" + "A".repeat(43);

    @TempDir
    private static Path keys;

    private static OpenSsh server;

    @TempDir
    private Path folder;

    private Path outgoing;
    private Path incoming;
    private Path batch;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        assumeTrue(OpenSsh.isInstalled(), "openssh-server is not installed (apt-get install openssh-server)");
        server = new OpenSsh(keys);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void prepare() throws IOException {
        outgoing = Files.createDirectory(folder.resolve("out"));
        incoming = Files.createDirectory(folder.resolve("in"));
        batch = Files.write(folder.resolve("batch.zip"), new byte[300_000]);
    }

    @Test
    void a_batch_arrives_whole_and_its_marker_last() throws Exception {
        var place = target().deliver(new Consignment("run-1.zip", batch, true));

        assertThat(place).isEqualTo(outgoing + "/run-1.zip");
        assertThat(names(outgoing)).containsExactly("run-1.zip", "run-1.zip.sent");
        assertThat(outgoing.resolve("run-1.zip")).hasSameBinaryContentAs(batch);
        assertThat(outgoing.resolve("run-1.zip.sent")).content().startsWith("300000 ");
    }

    @Test
    void a_repeat_changes_nothing_even_when_the_batch_has_been_fetched() throws Exception {
        target().deliver(new Consignment("run-1.zip", batch, true));
        Files.delete(outgoing.resolve("run-1.zip"));

        target().deliver(new Consignment("run-1.zip", batch, true));

        assertThat(names(outgoing)).containsExactly("run-1.zip.sent");
    }

    @Test
    void what_a_crash_left_behind_is_replaced() throws Exception {
        Files.writeString(outgoing.resolve("run-1.zip"), "half");
        Files.writeString(outgoing.resolve("run-1.zip.part"), "half".repeat(200_000));

        target().deliver(new Consignment("run-1.zip", batch, true));

        assertThat(names(outgoing)).containsExactly("run-1.zip", "run-1.zip.sent");
        assertThat(outgoing.resolve("run-1.zip")).hasSameBinaryContentAs(batch);
    }

    @Test
    void another_file_of_the_same_name_is_refused() throws Exception {
        target().deliver(new Consignment("run-1.zip", batch, true));
        var other = Files.writeString(folder.resolve("other.zip"), "other");

        refused(Kind.REFUSED, target(), new Consignment("run-1.zip", other, true));
    }

    @Test
    void a_server_with_another_key_gets_nothing() throws Exception {
        var stranger = new SftpTarget(server.account(STRANGER), outgoing.toString(), incoming.toString());

        refused(Kind.REFUSED, stranger, new Consignment("run-1.zip", batch, true));
        assertThat(names(outgoing)).isEmpty();
    }

    @Test
    void a_server_that_does_not_know_us_says_so() throws Exception {
        var account = server.account(new SftpAccount.Password("wrong"), server.hostKey());

        refused(
                Kind.REFUSED,
                new SftpTarget(account, outgoing.toString(), incoming.toString()),
                new Consignment("run-1.zip", batch, true));
        assertThat(account.toString()).doesNotContain("wrong");
    }

    @Test
    void a_server_that_is_not_there_is_worth_another_attempt() throws Exception {
        var known = server.account(server.hostKey());
        var gone = new SftpAccount(known.host(), OpenSsh.freePort(), known.user(), known.hostKeys(), known.login());

        refused(
                Kind.TEMPORARY,
                new SftpTarget(gone, outgoing.toString(), incoming.toString()),
                new Consignment("run-1.zip", batch, true));
    }

    @Test
    void responses_are_listed_read_and_put_away() throws Exception {
        Files.writeString(incoming.resolve("b.csv"), "piece,status,at");
        Files.writeString(incoming.resolve("a.json"), "[]");
        Files.writeString(incoming.resolve("c.csv.part"), "half");
        Files.createDirectory(incoming.resolve("d.csv"));

        assertThat(target().list()).containsExactly("a.json", "b.csv");
        assertThat(target().read("b.csv")).asString().isEqualTo("piece,status,at");
        target().archive("b.csv");
        target().archive("a.json");

        assertThat(target().list()).isEmpty();
        assertThat(names(incoming.resolve("done"))).containsExactly("a.json", "b.csv");
        assertThatThrownBy(() -> target().read("../b.csv")).isInstanceOf(IllegalArgumentException.class);
    }

    private SftpTarget target() throws IOException, InterruptedException {
        return new SftpTarget(server.account(server.hostKey()), outgoing.toString(), incoming.toString());
    }

    private static void refused(Kind kind, PrintTarget target, Consignment consignment) {
        assertThatThrownBy(() -> target.deliver(consignment))
                .isInstanceOfSatisfying(
                        TargetException.class,
                        refused -> assertThat(refused.kind())
                                .as(refused.getMessage())
                                .isEqualTo(kind));
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
