package io.chancery.archive.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.archive.ArchiveFixture;
import io.chancery.archive.evidence.CheckpointLine;
import io.chancery.archive.evidence.EvidenceJson;
import io.chancery.archive.export.TestExports;
import io.chancery.archive.log.Merkle;
import io.chancery.archive.log.note.Checkpoint;
import io.chancery.archive.log.note.SignedNote;
import io.chancery.archive.log.note.SignerKey;
import io.chancery.archive.log.time.LocalAuthority;
import io.chancery.archive.seal.TestLog;
import io.chancery.platform.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {

    @TempDir
    Path folder;

    private ArchiveFixture archive;
    private TestLog log;
    private List<UUID> ids = List.of();
    private String printed = "";

    @BeforeEach
    void start() {
        archive = new ArchiveFixture(TestDatabase.createForSuperuser());
        log = new TestLog(archive.database(), folder, archive.clock());
        ids = archive.sent(2);
        log.seal();
        log.sign();
    }

    @AfterEach
    void stop() {
        archive.close();
    }

    private Path export() throws IOException {
        return Files.write(folder.resolve("export.zip"), new TestExports(archive, log).made(ids));
    }

    private int run(Path export, String... options) {
        var arguments = new ArrayList<>(List.of(export.toString(), "--key", log.key.verifier()));
        arguments.addAll(List.of(options));
        return run(arguments);
    }

    private int run(List<String> arguments) {
        var out = new ByteArrayOutputStream();
        try (var stream = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            int code = VerifyCommand.run(arguments, "en", stream, stream);
            printed = out.toString(StandardCharsets.UTF_8);
            return code;
        }
    }

    @Test
    void what_holds_is_said_in_words() throws IOException {
        var export = export();

        assertThat(run(export)).as(printed).isZero();
        assertThat(printed).contains("2 deliveries with 8 rows", "Everything holds.");
        assertThat(run(export, "--language", "de")).isZero();
        assertThat(printed).contains("2 Zustellungen mit 8 Einträgen", "Alles hält.");
        var key = Files.writeString(folder.resolve("key.txt"), log.key.verifier() + "\n");
        assertThat(run(List.of("--key", key.toString(), export.toString()))).isZero();
    }

    @Test
    void what_was_sent_long_ago_holds_at_the_last_checkpoint() throws IOException {
        for (int i = 0; i < 3; i++) {
            archive.sent(3);
            log.seal();
            log.sign();
        }

        assertThat(run(export())).as(printed).isZero();
        assertThat(printed).contains("3 checkpoints", "44 leaves");
    }

    @Test
    void what_was_erased_holds_as_far_as_it_can() throws IOException {
        archive.database().execute("update customer_key set wrapped = null");

        assertThat(run(export())).as(printed).isZero();
        assertThat(printed).contains("Of these 8 are in the log, but what they said can no longer be checked");
    }

    @Test
    void somebody_else_s_key_opens_nothing() throws IOException {
        var stranger = SignerKey.generate("test/archive", new SecureRandom()).verifier();

        assertThat(run(List.of(export().toString(), "--key", stranger.toString())))
                .isEqualTo(1);
        assertThat(printed).contains("log/key.txt: The key in the export is not the one that you trust");
    }

    @Test
    void a_wrong_usage_is_neither_good_nor_bad() throws IOException {
        var export = export().toString();

        assertThat(run(List.of(export))).isEqualTo(2);
        assertThat(printed).contains("It takes a key", "Usage");
        assertThat(run(List.of(export, "--key", "a+b"))).isEqualTo(2);
        assertThat(run(List.of(export, "--key", log.key.verifier(), "--colour", "red")))
                .isEqualTo(2);
        assertThat(run(folder.resolve("none.zip"))).isEqualTo(2);
        assertThat(printed).contains("It cannot be read");
    }

    @Test
    void what_was_changed_in_the_database_is_found_though_we_have_signed_the_export() throws IOException {
        var event = archive.database()
                .get("select id from event order by id limit 1")
                .get(0);
        archive.database().execute("update event set kind = 'delivered' where id = '" + event + "'");
        var sent = ids.get(1);
        archive.database()
                .execute("update archive_entry set content = set_bit(content, 99, 1 - get_bit(content, 99))"
                        + " where delivery_id = '" + sent + "'");

        assertThat(run(export())).isEqualTo(1);
        assertThat(printed)
                .contains("(event " + event + "): The row says something else than what was recorded")
                .contains("(document 0 of delivery " + sent + "): The row says something else")
                .contains("2 faults");
    }

    @Test
    void a_row_that_was_put_in_is_found() throws IOException {
        archive.database().execute("""
                insert into event (id, delivery_id, at, kind, attempt, detail, tx, commitment)
                select '00000000-0000-7000-8000-000000000001', delivery_id, at, 'delivered', attempt, detail, tx, commitment
                from event limit 1
                """);

        assertThat(run(export())).isEqualTo(1);
        assertThat(printed).contains("(event 00000000-0000-7000-8000-000000000001): The row is not in the log");
    }

    @Test
    void checkpoints_that_one_has_kept_tell_another_log() throws IOException {
        var export = export();
        var anchor = folder.resolve("checkpoints");
        log.anchorAll();
        assertThat(run(export, "--anchor", anchor.toString())).as(printed).isZero();
        assertThat(printed).contains("checkpoints are among those that you have kept yourself");

        var other = Files.writeString(folder.resolve("other.notes"), anotherLog());
        assertThat(run(export, "--anchor", other.toString())).isEqualTo(1);
        assertThat(printed).contains("those of another log");

        var empty = Files.writeString(folder.resolve("later.notes"), "");
        assertThat(run(export, "--anchor", empty.toString())).isEqualTo(1);
    }

    /** Signed with the right key, by somebody who had it for a while. */
    private String anotherLog() {
        var row = log.table.last().orElseThrow();
        var checkpoint = Checkpoint.parse(SignedNote.parse(row.note()).text());
        var text = new Checkpoint(checkpoint.origin(), checkpoint.size(), Merkle.leaf(new byte[1]), null).text();
        return SignedNote.sign(text, log.signer()) + "\n";
    }

    @Test
    void time_stamps_of_those_one_trusts_hold() throws Exception {
        var authority = new LocalAuthority();
        var export = stamped(authority, false);
        var root = Files.writeString(folder.resolve("root.pem"), LocalAuthority.pem(authority.root()));

        assertThat(run(export, "--tsa-certificate", root.toString()))
                .as(printed)
                .isZero();
        assertThat(printed).contains("1 time-stamps hold.");
        assertThat(run(export)).isZero();
        assertThat(printed).contains("1 time-stamps were not checked");

        assertThat(run(stamped(authority, true), "--tsa-certificate", root.toString()))
                .isEqualTo(1);
        assertThat(printed).contains("checkpoint 1: The time-stamp of the checkpoint is wrong");
    }

    /** An export as we would sign it, whose first checkpoint has a time-stamp. */
    private Path stamped(LocalAuthority authority, boolean overSomethingElse) throws Exception {
        var files = Forger.unpacked(Files.readAllBytes(export()));
        var lines = new String(files.get("log/checkpoints.ndjson"), StandardCharsets.UTF_8).split("(?<=\n)");
        var first = EvidenceJson.read(lines[0], CheckpointLine.class);
        var hash = overSomethingElse
                ? Merkle.leaf(new byte[0])
                : SignedNote.parse(first.note()).hash();
        var token = Base64.getEncoder().encodeToString(authority.stamp(hash));
        lines[0] = new String(
                EvidenceJson.line(new CheckpointLine(first.no(), first.note(), first.consistency(), token)),
                StandardCharsets.UTF_8);
        files.put("log/checkpoints.ndjson", String.join("", lines).getBytes(StandardCharsets.UTF_8));
        Forger.signManifest(files, log.signer());
        return Files.write(folder.resolve("stamped.zip"), Forger.packed(files));
    }

    @Test
    void a_zip_that_means_harm_ends_in_a_clear_fault() throws IOException {
        var whole = Files.readAllBytes(export());
        for (int length = 0; length < 200; length++) {
            var cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, length));
            assertThat(run(cut)).isEqualTo(1);
            assertThat(printed).contains("The ZIP itself is not as an export has it");
        }
        for (var name : List.of("../evil", "/etc/passwd", "deliveries//x", "a\\b", "x".repeat(300))) {
            var files = new TreeMap<String, byte[]>();
            files.put(name, new byte[10]);
            var evil = Files.write(folder.resolve("evil.zip"), Forger.packed(files));
            assertThat(run(evil)).as(name).isEqualTo(1);
            assertThat(printed).contains("ZIP: The ZIP itself is not as an export has it");
        }
        var endless = whole.clone();
        Arrays.fill(endless, whole.length - 14, whole.length - 10, (byte) 0xFF);
        assertThat(run(Files.write(folder.resolve("endless.zip"), endless))).isEqualTo(1);
    }
}
