package io.chancery.archive.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.archive.ArchiveFixture;
import io.chancery.archive.expiry.TestExpiry;
import io.chancery.archive.seal.TestLog;
import io.chancery.platform.audit.AuditLogs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

class ExportTest {

    private static final Duration TEN_YEARS = Duration.ofDays(3652);

    @TempDir
    Path folder;

    private ArchiveFixture archive;
    private TestLog log;
    private TestExports exports;

    @BeforeEach
    void start() {
        archive = new ArchiveFixture();
        log = new TestLog(archive.database(), folder, archive.clock());
        exports = new TestExports(archive, log);
    }

    @AfterEach
    void stop() {
        archive.close();
    }

    private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    @Test
    void what_was_sent_is_in_it_and_whatever_unzips_can_read_it() throws IOException {
        var ids = archive.sent(3);

        var files = unzipped(exports.made(ids));

        assertThat(List.copyOf(files.keySet()))
                .startsWith("LIESMICH.txt", "README.txt", "check/verify.py")
                .containsSequence("log/checkpoints.ndjson", "log/key.txt", "manifest.json", "manifest.note")
                .isSorted();
        for (var id : ids) {
            assertThat(text(files, "deliveries/" + id + "/sent.txt")).isEqualTo("Guten Tag " + id);
            assertThat(text(files, "deliveries/" + id + "/delivery.json")).contains("\"status\" : \"sent\"");
            assertThat(text(files, "deliveries/" + id + "/rows.ndjson").lines()).hasSize(ArchiveFixture.LEAVES);
        }
    }

    @Test
    void the_table_is_harmless_and_described() throws Exception {
        var ids = archive.sent(2);

        var files = unzipped(exports.made(ids));

        assertThat(text(files, "index.csv").split("\r\n"))
                .hasSize(3)
                .anySatisfy(line -> assertThat(line)
                        .contains("\"'=R-2026-000017\"")
                        .contains("\"'+4915112345678\"")
                        .contains("\"deliveries/" + ids.get(0) + "/sent.txt\""));
        assertThat(validated(files).getElementsByTagName("VariableColumn").getLength())
                .isEqualTo(text(files, "index.csv")
                        .lines()
                        .findFirst()
                        .orElseThrow()
                        .split(",")
                        .length);
    }

    private static Document validated(Map<String, byte[]> files) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setValidating(true);
        var builder = factory.newDocumentBuilder();
        builder.setEntityResolver((publicId, systemId) -> new InputSource(new ByteArrayInputStream(
                files.get(Path.of(systemId).getFileName().toString()))));
        builder.setErrorHandler(new ErrorHandler() {
            @Override
            public void warning(SAXParseException e) throws SAXParseException {
                throw e;
            }

            @Override
            public void error(SAXParseException e) throws SAXParseException {
                throw e;
            }

            @Override
            public void fatalError(SAXParseException e) throws SAXParseException {
                throw e;
            }
        });
        return builder.parse(new ByteArrayInputStream(files.get("index.xml")));
    }

    @Test
    void each_part_of_it_is_the_same_whenever_it_is_asked_for() {
        var ids = archive.sent(3);
        var export = exports.finished(exports.request(ids));
        var whole = exports.content(export, 0, export.size());

        archive.sent(2);

        assertThat(whole).hasSize((int) export.size());
        assertThat(exports.content(export, 0, export.size())).isEqualTo(whole);
        for (int from = 0; from < whole.length; from += 977) {
            int to = Math.min(whole.length, from + 1977);
            assertThat(exports.content(export, from, to)).isEqualTo(Arrays.copyOfRange(whole, from, to));
        }
    }

    @Test
    void events_of_later_are_not_in_it() {
        var ids = archive.sent(1);
        var export = exports.finished(exports.request(ids));
        var whole = exports.content(export, 0, export.size());

        archive.delivered(ids.get(0));

        assertThat(exports.content(export, 0, export.size())).isEqualTo(whole);
        assertThat(new String(exports.made(ids), StandardCharsets.ISO_8859_1)).contains("\"status\" : \"delivered\"");
    }

    @Test
    void a_step_that_somebody_else_has_made_meanwhile_leaves_no_trace() throws IOException {
        var export = exports.request(archive.sent(5));
        while (export.status() != ExportStatus.READY) {
            var before = export;
            export = exports.step(before);
            assertThatThrownBy(() -> exports.stepFrom(before)).isInstanceOf(RuntimeException.class);
        }

        assertThat(unzipped(exports.content(export, 0, export.size()))).containsKey("manifest.note");
    }

    @Test
    void of_an_erased_customer_it_is_told_that_there_was_something() throws IOException {
        var ids = archive.sent(2);
        archive.database()
                .execute("update customer_key set wrapped = null where customer_id ="
                        + " (select customer_id from delivery where id = '" + ids.get(0) + "')");

        var files = unzipped(exports.made(ids));

        var erased = "deliveries/" + ids.get(0) + "/";
        assertThat(files.keySet()).contains(erased + "rows.ndjson").doesNotContain(erased + "sent.txt");
        assertThat(text(files, erased + "delivery.json"))
                .contains("wurde gelöscht")
                .doesNotContain("250 Ök");
        assertThat(text(files, erased + "rows.ndjson"))
                .doesNotContain("\"key\"")
                .doesNotContain("\"event\"");
        assertThat(text(files, "index.csv")).contains("wurde gelöscht");
    }

    @Test
    void who_was_erased_since_is_downloaded_no_more() {
        var ids = archive.sent(2);
        var export = exports.finished(exports.request(ids));
        archive.database().execute("update customer_key set wrapped = null");
        var node = new TestExports(archive, log);

        assertThatThrownBy(() -> node.content(export, 0, export.size()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("not as it was planned");

        assertThat(exports.status(export)).isEqualTo(ExportStatus.OUTDATED);
    }

    @Test
    void nothing_is_begun_before_all_that_was_written_earlier_is_there() {
        var ids = archive.sent(1);

        var made = archive.database().call(() -> {
            archive.database().get("select pg_current_xact_id()");
            var export = inAnotherThread(() -> exports.request(ids));
            return inAnotherThread(() -> exports.step(export)).status();
        });

        assertThat(made).isEqualTo(ExportStatus.REQUESTED);
    }

    private static <T> T inAnotherThread(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work).join();
    }

    @Test
    void what_was_only_tried_and_has_expired_is_in_exports_of_trials_alone() throws IOException {
        archive.clock().pass(TEN_YEARS.negated());
        var real = archive.sent(1).get(0);
        var tried = archive.sent(1).get(0);
        archive.clock().pass(TEN_YEARS);
        archive.database().execute("""
                insert into message (id, client_id, customer_id, ucid, template_version_id, template, class, reference,
                    language, data, send_at, created_at, test)
                select message_id, id, customer_id, 'C-1', id, 'welcome', 'transactional', '', 'de', '{}', now(), now(), true
                from delivery where id = '%s'
                """.formatted(tried));
        new TestExpiry(
                        archive.database(),
                        AuditLogs.of(archive.database(), folder.resolve("audit"), archive.clock()),
                        archive.clock())
                .run();

        assertThat(folders(exports.made(List.of()))).containsExactly(real.toString());
        var trials = exports.finished(exports.request(List.of(), true));
        assertThat(folders(exports.content(trials, 0, trials.size()))).containsExactly(tried.toString());
    }

    private static List<String> folders(byte[] export) throws IOException {
        return unzipped(export).keySet().stream()
                .filter(name -> name.endsWith("/rows.ndjson"))
                .map(name -> name.split("/")[1])
                .toList();
    }

    @Test
    void nothing_at_all_is_an_export_too() throws IOException {
        archive.sent(1);

        var files = unzipped(exports.made(List.<UUID>of()));

        assertThat(text(files, "index.csv").lines()).hasSize(1);
    }
}
