package io.chancery.dispatch.print.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.datamatrix.DataMatrixReader;
import io.chancery.dispatch.print.manifest.Manifest;
import io.chancery.dispatch.print.stream.mark.MarkSettings;
import io.chancery.platform.digest.Sha256;
import io.chancery.render.ShippedMessages;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchPdfTest {

    private static final PDRectangle A4 = PDRectangle.A4;
    private static final PDRectangle WIDE = new PDRectangle(A4.getHeight(), A4.getWidth());
    private static final double MILLIMETRE = 72 / 25.4;

    @TempDir
    private Path folder;

    /** Every template that ships: merged fonts, shared letterheads, QR-bills and enclosures come out as they were. */
    @Test
    void every_page_looks_and_reads_as_it_was_archived() throws IOException {
        var letters = new ArchivedLetters();
        var requests = ShippedMessages.requests().toList();
        for (int i = 0; i < requests.size(); i++) {
            letters.rendered(requests.get(i), i + 1);
        }

        var manifest = write(letters);

        try (var batch = Loader.loadPDF(pdf().toFile())) {
            for (var entry : manifest.entries()) {
                var letter = entry.piece().piece().letters().get(0);
                try (var original = Loader.loadPDF(letters.pdf(letter.delivery()))) {
                    for (int page = 0; page < letter.extent().pages(); page++) {
                        int place = entry.firstPage() - 1 + page;
                        assertThat(differences(image(original, page), image(batch, place)))
                                .as("page %d of %s", page, letter.delivery())
                                .isZero();
                        assertThat(text(batch, place).replaceAll("17-\\d{6}-[0-9A-Z]\\s+\\d+/\\d+\\s*", ""))
                                .isEqualToIgnoringWhitespace(text(original, page));
                    }
                }
            }
        }
    }

    @Test
    void what_letters_have_in_common_is_there_once_and_what_paper_cannot_show_not_at_all() throws IOException {
        var letters = new ArchivedLetters();
        var requests = ShippedMessages.requests().toList();
        for (int i = 0; i < 3 * requests.size(); i++) {
            letters.rendered(requests.get(i % requests.size()), i + 1);
        }

        write(letters);

        try (var batch = Loader.loadPDF(pdf().toFile())) {
            var catalog = batch.getDocumentCatalog();
            assertThat(catalog.getCOSObject().keySet())
                    .extracting(COSName::getName)
                    .containsExactlyInAnyOrder("Type", "Version", "Pages", "OutputIntents", "ViewerPreferences");
            assertThat(catalog.getOutputIntents()).hasSize(1);
            var names = new ArrayList<String>();
            for (var key : batch.getDocument().getXrefTable().keySet()) {
                var object = batch.getDocument().getObjectFromPool(key).getObject();
                if (object instanceof COSDictionary dictionary && dictionary.containsKey(COSName.FONT_FILE2)) {
                    names.add(dictionary.getNameAsString(COSName.FONT_NAME).substring(7));
                }
                assertThat(object instanceof COSStream stream && stream.getCOSName(COSName.TYPE) == COSName.METADATA)
                        .isFalse();
            }
            // Enclosures come with subsets of their own, made by another program.
            assertThat(names)
                    .contains("LiberationSans")
                    .filteredOn(name -> name.startsWith("Lindenwerk"))
                    .doesNotHaveDuplicates();
            assertThat(batch.getPages())
                    .allMatch(page -> page.getCOSObject().keySet().stream()
                            .noneMatch(key ->
                                    Set.of("Annots", "StructParents", "Tabs").contains(key.getName())));
        }
        long archived = letters.letters().stream()
                .mapToLong(letter -> letter.extent().bytes())
                .sum();
        assertThat(Files.size(pdf())).isLessThan(archived / 2);
    }

    @Test
    void every_piece_begins_on_a_front_and_every_front_says_which_sheet_it_is() throws IOException {
        var letters = new ArchivedLetters()
                .drawn(1, true, A4, 0, 3)
                .drawn(2, false, A4, 0, 2)
                .drawn(1, false, A4, 0, 1)
                .drawn(3, true, A4, 0, 1);

        var manifest = write(letters);

        assertThat(manifest.entries()).extracting(Manifest.Entry::pages).containsExactlyInAnyOrder(6, 4, 2);
        try (var batch = Loader.loadPDF(pdf().toFile())) {
            var blank = new HashSet<Integer>();
            for (int page = 0; page < batch.getNumberOfPages(); page++) {
                if (!batch.getPage(page).hasContents()) {
                    blank.add(page % 2);
                }
            }
            assertThat(blank).containsExactly(1);
            for (var entry : manifest.entries()) {
                int sheets = entry.piece().piece().sheets();
                assertThat(entry.firstPage() % 2).isEqualTo(1);
                for (int sheet = 1; sheet <= sheets; sheet++) {
                    int front = entry.firstPage() - 1 + 2 * (sheet - 1);
                    assertThat(mark(batch, front))
                            .contains("%s;%d;%d;%d"
                                    .formatted(entry.piece().id(), sheet, sheets, sheet == sheets ? 1 : 0));
                    assertThat(text(batch, front)).contains(entry.piece().id().text(), sheet + "/" + sheets);
                    assertThat(mark(batch, front + 1)).isEmpty();
                }
            }
        }
    }

    @Test
    void on_one_side_there_are_no_blank_pages() throws IOException {
        var manifest = write(new ArchivedLetters().drawn(1, false, A4, 0, 3).drawn(2, false, A4, 0, 1));

        assertThat(manifest.entries()).extracting(Manifest.Entry::pages).containsExactlyInAnyOrder(3, 1);
        try (var batch = Loader.loadPDF(pdf().toFile())) {
            assertThat(batch.getPages()).allMatch(page -> page.hasContents());
            for (int page = 0; page < 4; page++) {
                assertThat(mark(batch, page)).isPresent();
            }
        }
    }

    /** Wherever a page has its origin and however it is turned, the mark is at the same place of the sheet. */
    @Test
    void a_page_that_lies_on_its_side_is_printed_upright() throws IOException {
        var moved = new PDRectangle(-100, 50, A4.getWidth(), A4.getHeight());
        var letters = new ArchivedLetters().drawn(1, false, WIDE, 0, 1).drawn(2, false, moved, 0, 1);
        for (int rotation : List.of(90, 180, 270)) {
            letters.drawn(letters.letters().size() + 1, false, A4, rotation, 1);
            letters.drawn(letters.letters().size() + 1, false, WIDE, rotation, 1);
        }

        write(letters);

        try (var batch = Loader.loadPDF(pdf().toFile())) {
            for (int page = 0; page < letters.letters().size(); page++) {
                var image = image(batch, page);
                assertThat(image.getHeight()).isGreaterThan(image.getWidth());
                assertThat(mark(batch, page)).as("page %d", page).isPresent();
            }
        }
    }

    @Test
    void the_same_batch_gives_the_same_bytes() throws IOException {
        var letters = new ArchivedLetters();
        ShippedMessages.requests().limit(3).forEach(request -> letters.rendered(request, 1));

        write(letters);
        var first = Files.readAllBytes(pdf());
        var manifest = write(letters);

        assertThat(pdf()).hasBinaryContent(first);
        assertThat(manifest.sha256()).isEqualTo(Sha256.of(first));
    }

    @Test
    void what_is_not_what_was_archived_is_not_printed() throws IOException {
        var letters = new ArchivedLetters().drawn(1, true, A4, 0, 1).drawn(2, true, A4, 0, 1);
        letters.tamper(1);

        assertThatThrownBy(() -> write(letters))
                .isInstanceOfSatisfying(
                        LetterException.class,
                        refused -> assertThat(refused.delivery())
                                .isEqualTo(letters.letters().get(1).delivery()))
                .hasMessageContaining("not the one that was archived");
    }

    private Manifest write(ArchivedLetters letters) throws IOException {
        return BatchPdf.write(letters.batch(), letters, MarkSettings.USUAL, pdf());
    }

    private Path pdf() {
        return folder.resolve("batch.pdf");
    }

    private static BufferedImage image(PDDocument document, int page) throws IOException {
        return new PDFRenderer(document).renderImageWithDPI(page, 72, ImageType.RGB);
    }

    /** Beside the margin where marks are. */
    private static long differences(BufferedImage one, BufferedImage other) {
        assertThat(other.getWidth()).isEqualTo(one.getWidth());
        assertThat(other.getHeight()).isEqualTo(one.getHeight());
        var pixels = pixels(one);
        var others = pixels(other);
        long count = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                boolean margin =
                        x > 11 * MILLIMETRE && x < 25 * MILLIMETRE && y > 111 * MILLIMETRE && y < 128 * MILLIMETRE;
                int place = y * one.getWidth() + x;
                count += margin || pixels[place] == others[place] ? 0 : 1;
            }
        }
        return count;
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    /** The face has one glyph for a blank and for one that does not break; which of them it reads as depends on the letter. */
    private static String text(PDDocument document, int page) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(page + 1);
        stripper.setEndPage(page + 1);
        return stripper.getText(document).replace('\u00a0', ' ');
    }

    /** As a camera sees it, which looks at the margin only. */
    private static Optional<String> mark(PDDocument document, int page) throws IOException {
        var image = new PDFRenderer(document).renderImageWithDPI(page, 200, ImageType.RGB);
        double scale = 200 / 25.4;
        var margin =
                image.getSubimage((int) (10 * scale), (int) (110 * scale), (int) (12 * scale), (int) (10.9 * scale));
        LuminanceSource source = new RGBLuminanceSource(margin.getWidth(), margin.getHeight(), pixels(margin));
        try {
            return Optional.of(new DataMatrixReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)))
                    .getText());
        } catch (ReaderException none) {
            return Optional.empty();
        }
    }
}
