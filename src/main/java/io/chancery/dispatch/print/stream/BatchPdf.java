package io.chancery.dispatch.print.stream;

import io.chancery.dispatch.print.manifest.Manifest;
import io.chancery.dispatch.print.piece.Batch;
import io.chancery.dispatch.print.piece.Letter;
import io.chancery.dispatch.print.piece.NumberedPiece;
import io.chancery.dispatch.print.stream.mark.MarkSettings;
import io.chancery.dispatch.print.stream.mark.Sheet;
import io.chancery.dispatch.print.stream.mark.SheetMarks;
import io.chancery.dispatch.print.stream.share.Sharing;
import io.chancery.platform.digest.Sha256;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences.DUPLEX;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences.PRINT_SCALING;

/**
 * Writes the one PDF of a batch. Each piece begins on a front, each front says which sheet it is, and the same batch gives
 * the same bytes, so that a repeat after a crash is no other file.
 */
public final class BatchPdf {

    private static final float VERSION = 1.7f;

    private final Batch batch;
    private final Archived archived;
    private final PDDocument document;
    private final SheetMarks marks;
    private final Sharing sharing = new Sharing();
    private final List<Manifest.Entry> entries = new ArrayList<>();
    private int sheets;
    private int sheetsOfPiece;

    private BatchPdf(Batch batch, Archived archived, MarkSettings settings, PDDocument document) throws IOException {
        this.batch = batch;
        this.archived = archived;
        this.document = document;
        this.marks = new SheetMarks(settings, document);
    }

    /**
     * Letters are read one at a time.
     *
     * @throws LetterException if a letter is not what was archived or cannot be read; the file is then of no use
     */
    public static Manifest write(Batch batch, Archived archived, MarkSettings marks, Path pdf) throws IOException {
        try (var document = new PDDocument()) {
            var made = new BatchPdf(batch, archived, marks, document);
            for (var piece : batch.pieces()) {
                made.add(piece);
            }
            return new Manifest(batch, made.save(pdf), made.entries);
        }
    }

    private void add(NumberedPiece numbered) throws IOException {
        int before = document.getNumberOfPages();
        sheetsOfPiece = 0;
        for (var letter : numbered.piece().letters()) {
            add(letter, numbered);
        }
        if (sheetsOfPiece != numbered.piece().sheets()) {
            throw new IllegalStateException("Piece " + numbered.id() + " came out on " + sheetsOfPiece + " sheets");
        }
        entries.add(new Manifest.Entry(numbered, before + 1, document.getNumberOfPages() - before));
    }

    private void add(Letter letter, NumberedPiece piece) throws IOException {
        var content = archived.pdf(letter.delivery());
        if (!Sha256.of(content).equals(letter.sha256())) {
            throw new LetterException(letter.delivery(), "the PDF is not the one that was archived");
        }
        try (var source = Loader.loadPDF(content)) {
            if (source.getNumberOfPages() != letter.extent().pages()) {
                throw new LetterException(letter.delivery(), "the PDF has another number of pages");
            }
            addPages(source, letter, piece);
        } catch (IOException unreadable) {
            throw new LetterException(letter.delivery(), "the PDF cannot be read", unreadable);
        }
    }

    private void addPages(PDDocument source, Letter letter, NumberedPiece piece) throws IOException {
        var copies = sharing.letter();
        keepColours(source, copies);
        var pages = new LetterPages(copies);
        boolean duplex = letter.extent().duplex();
        for (int i = 0; i < letter.extent().pages(); i++) {
            var page = pages.copy(source.getPage(i));
            boolean front = !duplex || i % 2 == 0;
            if (front) {
                marks.draw(nextSheet(piece), page);
            }
            document.addPage(page);
            boolean alone = !duplex || i == letter.extent().pages() - 1;
            if (front && alone && batch.kind().duplex()) {
                document.addPage(LetterPages.blank(page));
            }
        }
    }

    private Sheet nextSheet(NumberedPiece piece) {
        sheetsOfPiece++;
        return new Sheet(piece.id(), sheetsOfPiece, piece.piece().sheets(), sheets++);
    }

    /** What red, green and blue mean is said once, by the first letter that says it. */
    private void keepColours(PDDocument source, Sharing.Letter copies) throws IOException {
        var catalog = document.getDocumentCatalog();
        var intents = source.getDocumentCatalog().getOutputIntents();
        if (catalog.getOutputIntents().isEmpty() && !intents.isEmpty()) {
            catalog.addOutputIntent(
                    new PDOutputIntent(copies.copy(intents.get(0).getCOSObject())));
        }
    }

    private String save(Path pdf) throws IOException {
        sharing.finish();
        marks.finish();
        document.setVersion(VERSION);
        document.getDocumentInformation().setTitle(batch.name());
        document.setDocumentId(identity());
        var catalog = document.getDocumentCatalog();
        var preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setPrintScaling(PRINT_SCALING.None);
        preferences.setDuplex(batch.kind().duplex() ? DUPLEX.DuplexFlipLongEdge : DUPLEX.Simplex);
        catalog.setViewerPreferences(preferences);
        var digest = Sha256.digest();
        try (var out = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(pdf)), digest)) {
            document.save(out);
        }
        return Sha256.hexadecimal(digest.digest());
    }

    private long identity() {
        var digest = Sha256.digest();
        digest.update(batch.name().getBytes(StandardCharsets.UTF_8));
        batch.pieces().stream()
                .flatMap(piece -> piece.piece().letters().stream())
                .forEach(letter -> digest.update(letter.sha256().getBytes(StandardCharsets.US_ASCII)));
        return ByteBuffer.wrap(digest.digest()).getLong();
    }
}
