package io.chancery.customer.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.customer.ImportReport;
import io.chancery.customer.ImportView.Status;
import io.chancery.customer.imports.ImportTable.Delivery;
import io.chancery.customer.imports.ImportTable.LostException;
import io.chancery.customer.mapping.Mapping.Format;
import io.chancery.customer.source.RecordReaders;
import io.chancery.customer.source.SourceException;
import io.chancery.customer.source.Sources;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.Sql;
import io.chancery.platform.stream.UnreadableStreamException;
import io.chancery.platform.work.DataDirectory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class ImportsTest {

    private static final String LETTERS = """
            {"title": "Test", "trust": 50, "mapping": {"id": "id", "defaults": {"country": "DE"}, "fields": [
              {"kind": "full-name", "column": "name"}, {"kind": "street", "column": "street"},
              {"kind": "email", "column": "email"}, {"kind": "phone", "column": "phone"}]}}
            """;

    private static final String HEADER = "id,name,street,email,phone\n";

    @Inject
    Sources sources;

    @Inject
    Imports imports;

    @Inject
    ImportTable table;

    @Inject
    ChunkWriter writer;

    @Inject
    RecordReaders readers;

    @Inject
    Spool spool;

    @Inject
    IdGenerator ids;

    @Inject
    DataDirectory directory;

    @Inject
    Sql sql;

    /** A source, and a node that is not this one, of its own for each test; the database is shared. */
    private final String source = "s" + UUID.randomUUID();

    private final UUID node = UUID.randomUUID();
    private final ExecutorService clerk = Executors.newSingleThreadExecutor();

    @BeforeEach
    void aSource() throws IOException {
        sources.put(source, new ObjectMapper().readTree(LETTERS));
    }

    @AfterEach
    void stop() {
        clerk.shutdownNow();
    }

    private static InputStream bytes(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }

    private ImportReport take(InputStream content) {
        return imports.take(sources.get(source), content, Format.CSV, StandardCharsets.UTF_8);
    }

    private List<String> rows(String query) {
        return sql.run(query, statement -> Sql.rows(statement, row -> row.getString(1)));
    }

    private String countRecords() {
        return rows("select count(*) from source_record where source = '" + source + "'")
                .get(0);
    }

    private List<Path> spooled() throws IOException {
        var folder = directory.resolve("imports");
        try (var files = Files.isDirectory(folder) ? Files.list(folder) : List.<Path>of().stream()) {
            return files.toList();
        }
    }

    private static String lines(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "%d,Ida Nr. %d,Am Hang %d,,\n".formatted(i, i, i))
                .collect(Collectors.joining());
    }

    @Test
    void a_long_file_is_on_disk_while_it_arrives_and_goes_when_it_is_done() throws IOException {
        var content = new EndlessCsv(15_000, line -> {
            if (line > 0 && line % 5_000 == 0) {
                assertThat(sizeOfSpool()).isBetween(line * 50L - 400_000, line * 100L);
            }
        });

        var report = take(content);

        assertThat(report.counts()).isEqualTo(new Counts(15_000, 0, 0, 0, 0, 0, 0));
        assertThat(report.view().status()).isEqualTo(Status.FINISHED);
        assertThat(report.view().progress().bytesDone())
                .isEqualTo(report.view().progress().bytesTotal());
        assertThat(spooled()).isEmpty();
    }

    private long sizeOfSpool() {
        try {
            var file = spooled().get(0);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void of_a_file_that_does_not_arrive_whole_nothing_is_taken() throws IOException {
        var broken = new FilterInputStream(new EndlessCsv(10_000, line -> {})) {
            private int left = 400_000;

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int count = super.read(target, offset, length);
                left -= count;
                if (left < 0) {
                    throw new IOException("Connection reset");
                }
                return count;
            }
        };

        assertThatThrownBy(() -> take(broken))
                .isInstanceOf(SourceException.class)
                .extracting(problem -> ((SourceException) problem).code())
                .isEqualTo("broken-stream");
        assertThat(countRecords()).isEqualTo("0");
        assertThat(spooled()).isEmpty();
        assertThat(imports.list(source, new UUID(-1, -1), 10)).isEmpty();
    }

    @Test
    void of_a_file_whose_header_does_not_fit_nothing_is_kept() throws IOException {
        assertThatThrownBy(() -> take(bytes(HEADER.replace(',', ';') + lines(0, 3))))
                .isInstanceOf(UnreadableStreamException.class)
                .hasMessageContaining("separated by «;»");

        assertThat(spooled()).isEmpty();
        assertThat(imports.list(source, new UUID(-1, -1), 10)).isEmpty();
    }

    @Test
    void many_equal_lines_are_one_record_and_soon_done() {
        var line = "1,Ida Muster,Am Hang 1,nobody,\n";

        var report = take(bytes(HEADER + line.repeat(50_000)));

        assertThat(report.counts()).isEqualTo(new Counts(1, 0, 49_999, 0, 0, 0, 50_000));
        assertThat(report.view().progress().recordsPerSecond()).isGreaterThan(2_000);
    }

    @Test
    void files_of_one_source_are_taken_in_the_order_in_which_they_came() {
        var uploads = new ArrayList<CompletableFuture<ImportReport>>();
        for (var name : List.of("Eins", "Zwei", "Drei")) {
            var known = sources.get(source);
            var upload = imports.receive(
                    known,
                    bytes(HEADER + "1,Ida " + name + ",,,\n" + lines(2, 900)),
                    Format.CSV,
                    StandardCharsets.UTF_8);
            imports.begin(upload);
            uploads.add(CompletableFuture.supplyAsync(
                    () -> imports.await(upload.delivery().id(), java.time.Duration.ofMinutes(2))));
        }

        assertThat(uploads)
                .extracting(upload -> upload.join().counts().updated())
                .containsExactly(0L, 1L, 1L);
        assertThat(rows("select family_name from source_record where external_id = '1' and source = '" + source + "'"))
                .containsExactly("Drei");
    }

    private UUID deliverElsewhere(String content) {
        var id = ids.next();
        var arrived = spool.receive(id, content.getBytes(StandardCharsets.UTF_8), InputStream.nullInputStream());
        table.insert(node, new Delivery(id, sources.get(source), Format.CSV, StandardCharsets.UTF_8, arrived.bytes()));
        return id;
    }

    private ImportRun run(UUID id) throws IOException {
        var open = table.claim(node).orElseThrow();
        return new ImportRun(open, spool.open(id), readers.by(open.mapping()), writer, clerk);
    }

    @Test
    void an_import_goes_on_where_its_checkpoint_stands() throws Exception {
        var id = deliverElsewhere(
                HEADER + lines(0, 700) + ",no id,,,\n" + "5,Ida Anders,,nobody,\n" + lines(700, 1_200));
        var crashed = run(id);
        assertThat(crashed.step()).isTrue();
        assertThat(crashed.step()).isTrue();

        try (var resumed = run(id)) {
            assertThat(resumed.counts()).isEqualTo(crashed.counts());
            assertThat(resumed.counts().read()).isBetween(501L, 1_100L);
            // What was not killed after all must not write what another has taken over.
            while (resumed.step()) {
                assertThat(resumed.counts().read()).isLessThan(1_202);
            }
            assertThat(resumed.counts()).isEqualTo(new Counts(1_200, 1, 0, 0, 0, 1, 1));
        }

        assertThatThrownBy(crashed::step).isInstanceOf(LostException.class);
        crashed.close();
        var report = imports.get(id);
        assertThat(report.counts()).isEqualTo(new Counts(1_200, 1, 0, 0, 0, 1, 1));
        assertThat(report.errors())
                .extracting(fault -> fault.line() + fault.code())
                .containsExactly("702missing-id");
        assertThat(report.warnings())
                .extracting(fault -> fault.line() + fault.code())
                .containsExactly("703bad-email");
        assertThat(report.view().problem()).isEqualTo("node-gone");
        assertThat(countRecords()).isEqualTo("1200");
        imports.cancel(id);
    }

    @Test
    void a_cancelled_import_takes_no_more() throws Exception {
        var id = deliverElsewhere(HEADER + lines(0, 1_200));
        try (var run = run(id)) {
            run.step();

            assertThat(imports.cancel(id).view().problem()).isEqualTo("cancelled");

            assertThatThrownBy(run::step).isInstanceOf(LostException.class);
        }
        assertThat(countRecords()).isEqualTo("500");
        assertThat(imports.get(id).view().status()).isEqualTo(Status.FAILED);
        assertThatThrownBy(() -> imports.cancel(id)).isInstanceOf(SourceException.class);
    }

    @Test
    void what_a_crash_left_behind_is_deleted_and_what_is_needed_is_not() throws IOException {
        var needed = deliverElsewhere(HEADER);
        var orphan = ids.next();
        spool.receive(orphan, HEADER.getBytes(StandardCharsets.UTF_8), InputStream.nullInputStream());

        spool.keepOnly(table.open(node));

        assertThat(spooled()).extracting(file -> file.getFileName().toString()).containsExactly(needed.toString());
        imports.cancel(needed);
    }

    @Test
    void windows_1252_and_repaired_mojibake_come_out_alike() {
        var csv = HEADER + "1,\"Müller, Ida\",,,\n2,\"MÃ¼ller, Ida\",,,\n";

        imports.take(sources.get(source), bytes(csv), Format.CSV, StandardCharsets.UTF_8);
        imports.take(
                sources.get(source),
                new ByteArrayInputStream(
                        (HEADER + "3,\"Müller, Ida\",,,\n").getBytes(java.nio.charset.Charset.forName("windows-1252"))),
                Format.CSV,
                java.nio.charset.Charset.forName("windows-1252"));

        assertThat(rows("select family_name from source_record where source = '" + source + "'"))
                .containsExactly("Müller", "Müller", "Müller");
    }

    @Test
    void no_word_of_a_customer_reaches_the_log() {
        var log = new ArrayList<String>();
        var ear = ear(log);
        Logger.getLogger("").addHandler(ear);
        try {
            take(bytes(HEADER + """
                    1,Kanarienvogel,Kanarienvogel 1,Kanarienvogel,Kanarienvogel
                    2,"Kanarienvogel
                    Kanarienvogel,Kanarienvogel
                    ,Kanarienvogel,,Kanarienvogel@example.org,
                    """));
            imports.take(
                    sources.get(source),
                    bytes("{\"id\": \"Kanarienvogel\", \"x\": 1e200000}\n{Kanarienvogel"),
                    Format.NDJSON,
                    StandardCharsets.UTF_8);
            assertThatThrownBy(() -> take(bytes("Kanarienvogel,Kanarienvogel\n")))
                    .isNotNull();
        } finally {
            Logger.getLogger("").removeHandler(ear);
        }

        assertThat(log).isNotEmpty().noneMatch(line -> line.contains("Kanarienvogel"));
    }

    private static Handler ear(List<String> log) {
        return new Handler() {
            @Override
            public synchronized void publish(LogRecord record) {
                log.add(record.getMessage()
                        + List.of(java.util.Objects.requireNonNullElse(record.getParameters(), new Object[0])));
                for (var cause = record.getThrown(); cause != null; cause = cause.getCause()) {
                    log.add(cause.toString());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
