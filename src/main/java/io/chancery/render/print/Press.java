package io.chancery.render.print;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import io.chancery.render.RenderException;
import io.chancery.render.invoice.MachineInvoice;
import io.chancery.render.letter.Letter;
import io.chancery.render.print.archival.Attachment;
import io.chancery.render.print.archival.Metadata;
import io.chancery.render.print.archival.Metadata.Extension;
import io.chancery.render.print.enclosure.Binder;
import io.chancery.render.print.proof.AddressWindow;
import io.chancery.render.print.proof.Overflow;
import io.chancery.render.print.tagging.Decoration;
import io.chancery.render.print.tagging.Structure;
import io.chancery.render.print.type.CheckedText;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/** Prints one letter after the other, and keeps from each what the next can use: fonts, style sheets, drawings. For one thread. */
final class Press {

    private static final int MOST_PAGES = 500;
    private static final int KEPT_BRANDS = 4;
    private static final String ADDRESS = "asset:/";
    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private final Paper paper = new Paper();
    private final Styles styles = new Styles();
    private final Map<UUID, Typecase> typecases = new LinkedHashMap<>(8, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Typecase> eldest) {
            return size() > KEPT_BRANDS;
        }
    };

    /**
     * What a press needs for one letter.
     *
     * @param id makes the identifier of the document
     * @param html the layout with the message in it
     * @param title for the document's metadata, if the layout sets none
     * @param date when it counts as made
     * @param letter where its address shows and what lies behind it
     * @param invoice carried inside; null for none
     */
    record Sheet(
            UUID id,
            String html,
            String language,
            String title,
            LocalDate date,
            BrandKit kit,
            Letter letter,
            @Nullable MachineInvoice invoice) {}

    /**
     * A finished letter.
     *
     * @param pages with those of its enclosures
     */
    record Printed(byte[] pdf, int pages) {}

    Printed print(Sheet sheet) {
        var tree = paper.read(sheet);
        try (var document = new PDDocument()) {
            layOut(tree, document, sheet);
            Structure.tidy(document);
            var extension = sheet.invoice() == null
                    ? Extension.NONE
                    : Attachment.attach(sheet.invoice(), sheet.date(), document);
            var metadata = Metadata.of(document.getDocumentInformation(), sheet.date(), extension);
            Binder.bind(document, sheet.letter(), sheet.kit()::enclosure);
            metadata.writeTo(document);
            document.setDocumentId(
                    sheet.id().getMostSignificantBits() ^ sheet.id().getLeastSignificantBits());
            var pdf = new ByteArrayOutputStream(64 * 1024);
            document.save(pdf);
            return new Printed(pdf.toByteArray(), document.getNumberOfPages());
        } catch (RenderException faulty) {
            throw faulty;
        } catch (IOException | RuntimeException broken) {
            throw new RenderException(
                    "The letter cannot be laid out: " + broken.getClass().getSimpleName(), broken);
        }
    }

    /** What is cut off at the edge of the paper. */
    List<String> problems(Sheet sheet) {
        var tree = paper.read(sheet);
        try (var document = new PDDocument();
                var renderer = renderer(tree, document, typecase(sheet))) {
            renderer.layout();
            return new Overflow(
                            renderer.getRootBox(),
                            renderer.getSharedContext(),
                            renderer.getOutputDevice().getDotsPerPoint())
                    .problems();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Typecase typecase(Sheet sheet) {
        return typecases.computeIfAbsent(sheet.kit().id(), id -> new Typecase(sheet.kit()));
    }

    private void layOut(Document tree, PDDocument document, Sheet sheet) throws IOException {
        try (var renderer = renderer(tree, document, typecase(sheet))) {
            renderer.layout();
            AddressWindow.check(
                    renderer.getRootBox(),
                    renderer.getSharedContext(),
                    renderer.getOutputDevice().getDotsPerPoint(),
                    sheet.letter().form());
            renderer.createPDFWithoutClosing();
        }
    }

    private PdfBoxRenderer renderer(Document tree, PDDocument document, Typecase typecase) {
        var text = new CheckedText(typecase.kit().key());
        var builder = new PdfRendererBuilder()
                .usePDDocument(document)
                .usePdfAConformance(PdfAConformance.PDFA_3_A)
                .usePdfUaAccessibility(true)
                .useColorProfile(SRGB)
                .useNamespaceHandler(styles.ofOneDocument())
                .useCacheStore(CacheStore.PDF_FONT_METRICS, typecase.metrics())
                .usePageSupplier((target, width, height, number, shadow) -> page(target, width, height, number))
                .withW3cDocument(tree, ADDRESS);
        new AssetsOnly(typecase.kit().pictures()).lock(builder);
        typecase.setUp(builder, document, text);
        var renderer = builder.buildPdfRenderer();
        var context = renderer.getSharedContext();
        context.setTextRenderer(text);
        context.setReplacedElementFactory(new DrawnImages(
                renderer.getOutputDevice(),
                context,
                typecase.kit().drawings(),
                path -> typecase.drawing(path, document)));
        return renderer;
    }

    private static PDPage page(PDDocument document, float width, float height, int number) {
        if (number >= MOST_PAGES) {
            throw new RenderException("The letter has more than " + MOST_PAGES + " pages");
        }
        var page = new PDPage(new PDRectangle(width, height));
        Decoration.prepare(page);
        document.addPage(page);
        return page;
    }
}
