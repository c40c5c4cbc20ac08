package io.chancery.render.print;

import io.chancery.render.RenderException;
import io.chancery.render.invoice.MachineInvoice;
import io.chancery.render.letter.Letter;
import io.chancery.render.print.archival.Attachment;
import io.chancery.render.print.archival.Conformance;
import io.chancery.render.print.archival.Metadata;
import io.chancery.render.print.archival.Metadata.Extension;
import io.chancery.render.print.enclosure.Binder;
import io.chancery.render.print.proof.AddressWindow;
import io.chancery.render.print.proof.Overflow;
import io.chancery.render.print.style.Allowance;
import io.chancery.render.print.tagging.Structure;
import io.chancery.render.print.tagging.TestMark;
import io.chancery.render.print.type.CheckedText;
import io.chancery.render.print.type.LongWords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/** Prints one letter after the other, and keeps from each what the next can use: fonts, style sheets, drawings. For one thread. */
final class Press {

    static final int MOST_PAGES = 500;

    private static final int KEPT_BRANDS = 4;

    private final Paper paper = new Paper();
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
     * @param own pages, without those of its enclosures
     * @param pages with them
     * @param cutOff what is cut off at the edge of the paper, if somebody looked
     */
    record Printed(byte[] pdf, int own, int pages, List<String> cutOff) {}

    Printed print(Sheet sheet) {
        return print(sheet, laidOut -> List.of());
    }

    /** Looks for what is cut off, too. */
    Printed proof(Sheet sheet) {
        return print(
                sheet,
                laidOut -> new Overflow(
                                laidOut.root(),
                                laidOut.context(),
                                laidOut.device().getDotsPerPoint())
                        .problems());
    }

    private Printed print(Sheet sheet, Function<Typesetting, List<String>> look) {
        var tree = paper.read(sheet);
        try (var document = new PDDocument();
                var typesetting = typesetting(tree, document, sheet)) {
            typesetting.layOut();
            AddressWindow.check(
                    typesetting.root(),
                    typesetting.context(),
                    typesetting.device().getDotsPerPoint(),
                    sheet.letter().form());
            var cutOff = look.apply(typesetting);
            typesetting.paint();
            int own = document.getNumberOfPages();
            Structure.tidy(document);
            archive(document, sheet, typesetting);
            var pdf = new ByteArrayOutputStream(64 * 1024);
            document.save(pdf);
            return new Printed(pdf.toByteArray(), own, document.getNumberOfPages(), cutOff);
        } catch (RenderException faulty) {
            throw faulty;
        } catch (IOException | RuntimeException broken) {
            throw new RenderException(
                    "The letter cannot be laid out: " + broken.getClass().getSimpleName(), broken);
        }
    }

    private static void archive(PDDocument document, Sheet sheet, Typesetting said) throws IOException {
        Conformance.declare(document, said.language());
        var extension =
                sheet.invoice() == null ? Extension.NONE : Attachment.attach(sheet.invoice(), sheet.date(), document);
        Binder.bind(document, sheet.letter(), sheet.kit()::enclosure);
        if (sheet.letter().test()) {
            TestMark.stamp(document);
        }
        new Metadata(said.meta("title"), said.meta("author"), said.meta("subject"), sheet.date(), extension)
                .writeTo(document);
        document.setDocumentId(sheet.id().getMostSignificantBits() ^ sheet.id().getLeastSignificantBits());
    }

    private Typesetting typesetting(Document tree, PDDocument document, Sheet sheet) {
        var typecase = typecases.computeIfAbsent(sheet.kit().id(), id -> new Typecase(sheet.kit()));
        var allowance = new Allowance(MOST_PAGES);
        var begun =
                new Typesetting(tree, document, new AssetsOnly(sheet.kit().pictures()), typecase.styles(), allowance);
        var context = begun.context();
        context.setTextRenderer(new CheckedText(sheet.kit().key(), allowance::characters));
        context.setLineBreaker(new LongWords(context.getLineBreaker()));
        context.setFontResolver(typecase.fonts(document));
        context.setReplacedElementFactory(new DrawnImages(
                begun.device(),
                context,
                sheet.kit().drawings(),
                path -> typecase.drawing(path, document),
                sheet.kit().charts()));
        return begun;
    }
}
