package io.chancery.bench.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Knows no way to stay: a process per document. */
final class WkHtmlToPdf implements Contender {

    private final PeerHtml html = new PeerHtml();
    private final Path folder;

    /** @throws IOException if it is not there */
    WkHtmlToPdf() throws IOException {
        this.folder = Files.createTempDirectory("chancery-bench");
        new ProcessBuilder("wkhtmltopdf", "--version").start().destroy();
    }

    @Override
    public String name() {
        return "wkhtmltopdf";
    }

    @Override
    public byte[] print(Sample sample, int number) throws IOException, InterruptedException {
        var source = html.write(sample, number, folder);
        var pdf = folder.resolve("out.pdf");
        new ProcessBuilder("wkhtmltopdf", "-q", "--enable-local-file-access", source.toString(), pdf.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start()
                .waitFor();
        return Files.readAllBytes(pdf);
    }

    @Override
    public Duration processorTime() {
        return Duration.ZERO;
    }
}
