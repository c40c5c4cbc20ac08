package io.chancery.bench.render;

import io.chancery.dispatch.print.piece.Batch;
import io.chancery.dispatch.print.piece.Bundling;
import io.chancery.dispatch.print.piece.Destination;
import io.chancery.dispatch.print.piece.Grouping;
import io.chancery.dispatch.print.piece.Letter;
import io.chancery.dispatch.print.piece.Paper;
import io.chancery.dispatch.print.piece.Stationery;
import io.chancery.dispatch.print.piece.Tariff;
import io.chancery.dispatch.print.stream.BatchPdf;
import io.chancery.dispatch.print.stream.mark.MarkSettings;
import io.chancery.render.Renderer;
import io.chancery.render.RendererAccess;
import io.chancery.vocabulary.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;

/** Prints how fast and how small a batch of 500 letters is made, and PDFBox' own concatenation of them beside it. */
public final class StreamProgram {

    private static final int LETTERS = 500;

    private final Path folder;
    private final int rounds;
    private final Map<UUID, byte[]> archive = new HashMap<>();

    private StreamProgram(Path folder, int rounds) {
        this.folder = folder;
        this.rounds = rounds;
    }

    /** Takes the number of rounds. */
    public static void main(String... arguments) throws Exception {
        var folder = Files.createTempDirectory("chancery-bench");
        var renderer = RendererAccess.everyChannel();
        for (var sample : Sample.values()) {
            new StreamProgram(folder, Integer.parseInt(arguments[0])).run(sample, renderer);
        }
    }

    private void run(Sample sample, Renderer renderer) throws Exception {
        var letters = new ArrayList<Letter>();
        for (int number = 1; number <= LETTERS; number++) {
            letters.add(archived(sample, number, renderer));
        }
        var batch = Batch.split(
                        1,
                        new Grouping(1, Tariff.DEUTSCHE_POST).group(new Bundling(8).bundle(letters)),
                        new Batch.Limits(LETTERS, Long.MAX_VALUE))
                .get(0);
        var ours = folder.resolve(sample + ".pdf");
        var theirs = folder.resolve(sample + "-concatenated.pdf");
        var our = new double[rounds];
        var their = new double[rounds];
        for (int round = -2; round < rounds; round++) {
            double one = perSecond(() -> BatchPdf.write(batch, archive::get, MarkSettings.USUAL, ours));
            double other = perSecond(() -> concatenate(letters, theirs));
            if (round >= 0) {
                our[round] = one;
                their[round] = other;
            }
        }
        report(
                sample,
                "archived",
                0,
                letters.stream().mapToLong(letter -> letter.extent().bytes()).sum());
        report(sample, "concatenated", median(their), Files.size(theirs));
        report(sample, "as a batch", median(our), Files.size(ours));
        System.out.println("  " + ours);
    }

    private Letter archived(Sample sample, int number, Renderer renderer) throws Exception {
        var request = sample.request(number);
        var document = renderer.render(Channel.PRINT, request);
        var address = request.recipient().address();
        archive.put(request.deliveryId(), document.content());
        return new Letter(
                request.deliveryId(),
                request.recipient().ucid(),
                new Destination(address.country(), address.postcode(), address.line()),
                new Stationery("lindenwerk", document.envelope().get("form"), new Paper("plain", 80)),
                new Letter.Extent(Integer.parseInt(document.envelope().get("pages")), true, document.content().length),
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document.content())),
                false);
    }

    private void concatenate(List<Letter> letters, Path pdf) throws IOException {
        var merger = new PDFMergerUtility();
        for (var letter : letters) {
            merger.addSource(new RandomAccessReadBuffer(archive.get(letter.delivery())));
        }
        merger.setDestinationFileName(pdf.toString());
        merger.mergeDocuments(IOUtils.createMemoryOnlyStreamCache());
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double perSecond(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return LETTERS * 1e9 / (System.nanoTime() - start);
    }

    private static double median(double[] figures) {
        Arrays.sort(figures);
        return figures[figures.length / 2];
    }

    private static void report(Sample sample, String what, double perSecond, long bytes) {
        System.out.printf(
                Locale.ROOT,
                "%-22s %-14s %8.0f letters/s %8d bytes/letter%n",
                sample.title(),
                what,
                perSecond,
                bytes / LETTERS);
    }
}
