package io.chancery.dispatch.print.printer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chancery.dispatch.print.printer.TargetException.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the printer that CUPS has for trying clients out. */
class IppTargetTest {

    @TempDir
    private Path folder;

    private Process printer;
    private IppTarget target;
    private Path batch;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        var program = program();
        assumeTrue(program.isPresent(), "ippeveprinter is not installed (apt-get install cups-ipp-utils)");
        int port = OpenSsh.freePort();
        printer = new ProcessBuilder(List.of(
                        program.get().toString(),
                        "-2",
                        "-k",
                        "-v",
                        "-v",
                        "-r",
                        "off",
                        "-n",
                        "localhost",
                        "-p",
                        String.valueOf(port),
                        "-f",
                        "application/pdf",
                        "-d",
                        folder.toString(),
                        "-c",
                        "/bin/true",
                        "office"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        OpenSsh.await(
                port,
                () -> assumeTrue(
                        printer.isAlive(),
                        "ippeveprinter does not start; it needs dbus-daemon --system and avahi-daemon"));
        target = new IppTarget(URI.create("ipp://localhost:" + port + "/ipp/print"));
        batch = Files.write(folder.resolve("batch.pdf"), pdf());
    }

    @AfterEach
    void stop() {
        if (printer != null) {
            printer.destroy();
            printer.onExit().join();
        }
    }

    @Test
    void a_batch_is_printed_on_both_sides_and_the_printer_says_when_it_is_done() throws IOException {
        var job = target.deliver(new Consignment("run-17-batch-001", batch, true));

        await().untilAsserted(() -> assertThat(target.job(job)).isEqualTo(PrintJob.COMPLETED));
        assertThat(spooled()).singleElement().satisfies(file -> assertThat(file).hasSameBinaryContentAs(batch));
        assertThat(folder.resolve("log")).content().contains("two-sided-long-edge", "run-17-batch-001");
    }

    @Test
    void the_same_batch_is_printed_once() throws IOException {
        var first = target.deliver(new Consignment("run-17-batch-001", batch, false));
        await().untilAsserted(() -> assertThat(target.job(first)).isEqualTo(PrintJob.COMPLETED));

        assertThat(target.deliver(new Consignment("run-17-batch-001", batch, false)))
                .isEqualTo(first);
        assertThat(target.deliver(new Consignment("run-17-batch-002", batch, false)))
                .isNotEqualTo(first);
    }

    @Test
    void a_job_that_is_not_there_is_forgotten() {
        assertThat(target.job("4711")).isEqualTo(PrintJob.FORGOTTEN);
    }

    @Test
    void a_printer_that_is_off_is_worth_another_attempt() throws IOException {
        var off = new IppTarget(URI.create("ipp://127.0.0.1:" + OpenSsh.freePort() + "/ipp/print"));

        assertThatThrownBy(() -> off.deliver(new Consignment("run-17-batch-001", batch, true)))
                .isInstanceOfSatisfying(
                        TargetException.class,
                        failed -> assertThat(failed.kind()).isEqualTo(Kind.TEMPORARY));
    }

    private List<Path> spooled() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".pdf") && !file.equals(batch))
                    .toList();
        }
    }

    private static byte[] pdf() throws IOException {
        var pdf = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(pdf);
        }
        return pdf.toByteArray();
    }

    private static Optional<Path> program() {
        return Stream.of("/usr/sbin/ippeveprinter", "/usr/bin/ippeveprinter")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
