package io.chancery.bench.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** What it costs to write the words of a page to their places with PDFBox alone: no layout, no lines, no tags, no metadata. */
final class Floor implements Contender {

    private static final Path FONT = Path.of("templates/brands/lindenwerk/assets/fonts/LindenwerkSans-Regular.ttf");

    private final Ours ours;
    private final TrueTypeFont font;
    private final Map<Sample, List<List<Word>>> pages = new EnumMap<>(Sample.class);

    private record Word(String text, float x, float y, float size) {}

    Floor(Ours ours) throws IOException {
        this.ours = ours;
        this.font = new TTFParser().parse(new RandomAccessReadBuffer(Files.readAllBytes(FONT)));
        font.setEnableGsub(false);
    }

    @Override
    public String name() {
        return "bare PDFBox";
    }

    @Override
    public byte[] print(Sample sample, int number) throws IOException {
        var words = pages.computeIfAbsent(sample, first -> words(ours.print(first, number)));
        try (var document = new PDDocument()) {
            var used = PDType0Font.load(document, font, true);
            for (var page : words) {
                print(page, document, used);
            }
            var pdf = new ByteArrayOutputStream();
            document.save(pdf);
            return pdf.toByteArray();
        }
    }

    private static void print(List<Word> words, PDDocument document, PDType0Font font) throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            for (var word : words) {
                content.beginText();
                content.setFont(font, word.size());
                content.newLineAtOffset(word.x(), word.y());
                content.showText(word.text());
                content.endText();
            }
        }
    }

    private static List<List<Word>> words(byte[] pdf) {
        var pages = new ArrayList<List<Word>>();
        try (var document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void startPage(PDPage page) {
                    pages.add(new ArrayList<>());
                }

                @Override
                protected void writeString(String text, List<TextPosition> places) {
                    var first = places.get(0);
                    float y = PDRectangle.A4.getHeight() - first.getYDirAdj();
                    pages.get(pages.size() - 1).add(new Word(text, first.getXDirAdj(), y, first.getFontSizeInPt()));
                }
            }.getText(document);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
        return pages;
    }

    @Override
    public Duration processorTime() {
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }

    @Override
    public boolean isCompiledMeanwhile() {
        return true;
    }
}
