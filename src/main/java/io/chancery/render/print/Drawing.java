package io.chancery.render.print;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import io.chancery.render.RenderException;
import java.awt.geom.Dimension2D;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.batik.anim.dom.SAXSVGDocumentFactory;
import org.apache.batik.bridge.BridgeContext;
import org.apache.batik.bridge.ExternalResourceSecurity;
import org.apache.batik.bridge.GVTBuilder;
import org.apache.batik.bridge.NoLoadExternalResourceSecurity;
import org.apache.batik.bridge.UserAgentAdapter;
import org.apache.batik.util.ParsedURL;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * An SVG of the brand, turned into PDF operators once, so that no letter pays for reading it. Only shapes: text would
 * depend on the fonts of the machine, and pictures and references would reach outside.
 *
 * @param pdf a document of one page with the drawing as its only form
 * @param width in CSS pixels
 */
record Drawing(byte[] pdf, float width, float height) {

    private static final Set<String> SHAPES = Set.of(
            "svg",
            "g",
            "defs",
            "symbol",
            "use",
            "title",
            "desc",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "linearGradient",
            "radialGradient",
            "stop",
            "clipPath");

    static Drawing of(String name, byte[] svg) {
        try {
            if (new String(svg, StandardCharsets.UTF_8).contains("<!")) {
                throw new RenderException(name + ": an SVG for letters has no document type");
            }
            var document = new SAXSVGDocumentFactory(null).createDocument(null, new ByteArrayInputStream(svg));
            check(name, document);
            return drawn(document);
        } catch (IOException | RuntimeException malformed) {
            throw malformed instanceof RenderException refused
                    ? refused
                    : new RenderException(name + ": cannot be read as an SVG", malformed);
        }
    }

    private static void check(String name, Document document) {
        var elements = document.getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            var element = (Element) elements.item(i);
            if (!SHAPES.contains(element.getLocalName())) {
                throw new RenderException(name + ": <" + element.getLocalName()
                        + "> has no place in a drawing for letters; convert it to outlines");
            }
            var reference =
                    element.getAttributeNS("http://www.w3.org/1999/xlink", "href") + element.getAttribute("href");
            if (!reference.isEmpty() && !reference.startsWith("#")) {
                throw new RenderException(name + ": a drawing refers to nothing outside itself");
            }
        }
    }

    private static Drawing drawn(Document svg) throws IOException {
        var context = new BridgeContext(new Sealed());
        var picture = new GVTBuilder().build(context, svg);
        Dimension2D size = context.getDocumentSize();
        float width = (float) size.getWidth();
        float height = (float) size.getHeight();
        try (var document = new PDDocument()) {
            var graphics = new PdfBoxGraphics2D(document, width, height);
            picture.paint(graphics);
            graphics.dispose();
            var page = new PDPage(new PDRectangle(width, height));
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.drawForm(graphics.getXFormObject());
            }
            var pdf = new ByteArrayOutputStream();
            document.save(pdf);
            return new Drawing(pdf.toByteArray(), width, height);
        } finally {
            context.dispose();
        }
    }

    /** Loads nothing and runs nothing. */
    private static final class Sealed extends UserAgentAdapter {

        @Override
        public ExternalResourceSecurity getExternalResourceSecurity(ParsedURL resource, ParsedURL document) {
            return new NoLoadExternalResourceSecurity();
        }
    }
}
