package io.chancery.archive.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.archive.ArchiveFixture;
import io.chancery.archive.expiry.TestExpiry;
import io.chancery.archive.export.TestExports;
import io.chancery.archive.log.note.VerifierKey;
import io.chancery.archive.seal.TestLog;
import io.chancery.archive.stamp.TestAuthorities;
import io.chancery.platform.audit.AuditLogs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to an export is found by both verifiers, and named by ours. */
class ExportTamperTest {

    /** More of them by {@code -Dchancery.test.mutations=100000}. */
    private static final int MUTATIONS = Integer.getInteger("chancery.test.mutations", 500);

    private static final int AT_ONCE = 250;

    private static final Duration TEN_YEARS = Duration.ofDays(3652);

    @TempDir
    Path folder;

    private ArchiveFixture archive;
    private TestLog log;
    private String key;
    private byte[] export;

    @BeforeEach
    void start() {
        archive = new ArchiveFixture();
        log = new TestLog(archive.database(), folder, archive.clock());
        key = log.key.verifier();
        var authority = TestAuthorities.in(folder);
        expire();
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < 3; i++) {
            ids.addAll(archive.sent(2));
            archive.sent(5);
            log.seal();
            log.sign();
            log.stamp(authority, archive.clock().instant());
        }
        export = new TestExports(archive, log).made(ids);
    }

    /** Sent ten years ago, sealed, and deleted by right since: an export of the period has it without being told. */
    private void expire() {
        var clock = archive.clock();
        clock.pass(TEN_YEARS.negated());
        archive.sent(2);
        clock.pass(TEN_YEARS);
        log.seal();
        new TestExpiry(archive.database(), AuditLogs.of(archive.database(), folder.resolve("audit"), clock), clock)
                .run();
    }

    @AfterEach
    void stop() {
        archive.close();
    }

    private List<Fault> verified(Path file) throws IOException {
        return new Verifier(VerifierKey.parse(key), Trust.KEY_ALONE)
                .verify(file)
                .faults();
    }

    /** The exports that the other verifier finds something wrong with. */
    private List<Path> refused(List<Path> files) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("python3", "docker/verify.py", key));
        files.forEach(file -> command.add(file.toString()));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        var refused = new HashSet<Path>();
        var accepted = new HashSet<Path>();
        var lines = said.split("\n");
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].startsWith("OK ")) {
                accepted.add(Path.of(lines[i].substring(3)));
            } else if (lines[i].equals("BAD")) {
                refused.add(Path.of(lines[i + 1].strip()));
            }
        }
        assertThat(accepted.size() + refused.size()).as(said).isEqualTo(files.size());
        return List.copyOf(refused);
    }

    @Test
    void nothing_is_found_where_nothing_was_done() throws Exception {
        var file = Files.write(folder.resolve("export.zip"), export);

        assertThat(verified(file)).isEmpty();
        assertThat(refused(List.of(file))).isEmpty();
    }

    @Test
    void a_time_stamp_is_the_one_that_the_next_checkpoint_names_or_both_verifiers_say_so() throws Exception {
        var whole = Files.write(folder.resolve("whole.zip"), export);
        var believed = new Trust(TestAuthorities.of(folder).find().orElseThrow(), null);
        var report = new Verifier(VerifierKey.parse(key), believed).verify(whole);
        assertThat(report.statements(false)).contains("2 time-stamps hold.");

        for (var other : List.of("", "\"timeStamp\":\"MAA=\"")) {
            var files = Forger.unpacked(export);
            var lines = new String(files.get("log/checkpoints.ndjson"), StandardCharsets.UTF_8).split("(?<=\n)");
            lines[1] = lines[1].replaceFirst(",\"timeStamp\":\"[^\"]+\"", other.isEmpty() ? "" : "," + other);
            files.put("log/checkpoints.ndjson", String.join("", lines).getBytes(StandardCharsets.UTF_8));
            Forger.signManifest(files, log.signer());
            var file = Files.write(folder.resolve("stamped.zip"), Forger.packed(files));

            assertThat(verified(file))
                    .singleElement()
                    .hasToString(new Fault(
                                    Fault.Code.TIME_STAMP_WRONG,
                                    "checkpoint 2",
                                    "the next one names another time-stamp")
                            .toString());
            assertThat(refused(List.of(file))).containsExactly(file);
        }
    }

    @Test
    void what_expired_is_told_by_its_deletion_record_which_nobody_changes_unnoticed() throws Exception {
        var whole = Files.write(folder.resolve("whole.zip"), export);
        var report = new Verifier(VerifierKey.parse(key), Trust.KEY_ALONE).verify(whole);
        assertThat(report.statements(false))
                .contains(
                        "2 deliveries were deleted at the end of their retention period: proposed, approved and put on record.");
        var named = Forger.unpacked(export).entrySet().stream()
                .filter(file -> new String(file.getValue(), StandardCharsets.UTF_8).contains("\"deletion\":{"))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(named).hasSize(2);
        var told = Forger.unpacked(export).get(named.get(0).replace("rows.ndjson", "delivery.json"));
        assertThat(new String(told, StandardCharsets.UTF_8))
                .contains("\"status\" : \"deleted\"", "Deleted on 2026-11-22", "proposed by anna, approved by bert");

        for (var change :
                List.of("anna/berta", "bert/anna", "\"parts\":[0]/\"parts\":[]", "\"channel\":\"/\"channel\":\"e")) {
            var files = Forger.unpacked(export);
            var rows = new String(files.get(named.get(0)), StandardCharsets.UTF_8);
            var parts = change.split("/");
            files.put(named.get(0), rows.replace(parts[0], parts[1]).getBytes(StandardCharsets.UTF_8));
            Forger.signManifest(files, log.signer());
            var file = Files.write(folder.resolve("changed.zip"), Forger.packed(files));

            assertThat(verified(file))
                    .as(change)
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.code()).isEqualTo(Fault.Code.ROW_CHANGED));
            assertThat(refused(List.of(file))).as(change).containsExactly(file);
        }
    }

    @Test
    void the_evidence_of_a_message_of_which_nothing_is_left_is_what_was_deleted() throws Exception {
        var row = archive.database()
                .get("select message_id, delivery_id from deletion_record limit 1")
                .get(0)
                .split(" ");
        var evidence = new TestExports(archive, log).evidence(UUID.fromString(row[0]));
        var file = Files.write(folder.resolve("evidence.zip"), evidence);

        assertThat(verified(file)).isEmpty();
        assertThat(refused(List.of(file))).isEmpty();
        var files = Forger.unpacked(evidence);
        assertThat(files.keySet().stream().filter(name -> name.endsWith("rows.ndjson")))
                .containsExactly("deliveries/" + row[1] + "/rows.ndjson");
        assertThat(new String(files.get("index.csv"), StandardCharsets.UTF_8))
                .contains("\"" + row[0] + "\"", "\"sms\",\"deleted\"");

        files.computeIfPresent(
                "deliveries/" + row[1] + "/rows.ndjson",
                (name, rows) -> new String(rows, StandardCharsets.UTF_8)
                        .replace(row[0], UUID.randomUUID().toString())
                        .getBytes(StandardCharsets.UTF_8));
        Forger.signManifest(files, log.signer());
        var changed = Files.write(folder.resolve("changed.zip"), Forger.packed(files));
        assertThat(verified(changed))
                .singleElement()
                .satisfies(fault -> assertThat(fault.code()).isEqualTo(Fault.Code.ROW_CHANGED));
        assertThat(refused(List.of(changed))).containsExactly(changed);
    }

    @Test
    void whatever_is_done_to_an_export_is_found_and_named() throws Exception {
        long seed = System.nanoTime();
        var forger = new Forger(export, seed);
        for (int done = 0; done < MUTATIONS; done += AT_ONCE) {
            var files = new ArrayList<Path>();
            for (int i = 0; i < Math.min(AT_ONCE, MUTATIONS - done); i++) {
                var mutation = forger.next();
                var file = Files.write(folder.resolve(i + ".zip"), mutation.export());
                assertThat(mutation.export()).isNotEqualTo(export);
                assertThat(verified(file))
                        .as("%s (seed %d)", mutation.what(), seed)
                        .anySatisfy(fault -> assertThat(mutation.traces())
                                .anyMatch(trace -> fault.toString().contains(trace)));
                files.add(file);
            }
            assertThat(refused(files)).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(files);
        }
    }
}
