package io.chancery.render.print;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import io.chancery.render.RenderException;
import java.awt.geom.Dimension2D;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
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

    /** Of a fine one along a long line there are millions, each a shape to draw. */
    private static final Pattern DASHES = Pattern.compile("stroke-dasharray\\s*[:=]\\s*[\"']?\\s*[^n\\s]");

    /** A logo has hundreds. */
    private static final int MOST_SHAPES = 4_000;

    static Drawing of(String name, byte[] svg) {
        try {
            var source = new String(svg, StandardCharsets.UTF_8);
            if (source.contains("<!")) {
                throw new RenderException(name + ": an SVG for letters has no document type");
            }
            if (DASHES.matcher(source).find()) {
                throw new RenderException(name + ": a drawing for letters has no dashes; draw them as lines");
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
            if (!reference(element).isEmpty() && !reference(element).startsWith("#")) {
                throw new RenderException(name + ": a drawing refers to nothing outside itself");
            }
        }
        if (drawn(document.getDocumentElement(), 0) > MOST_SHAPES) {
            throw new RenderException(name + ": a drawing has at most " + MOST_SHAPES
                    + " elements, and each counts again when another uses it");
        }
    }

    private static String reference(Element element) {
        return element.getAttributeNS("http://www.w3.org/1999/xlink", "href") + element.getAttribute("href");
    }

    /** How many have been drawn with this one: a few that use each other can be a million, or never end. */
    private static int drawn(Element element, int before) {
        int drawn = before + 1;
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (drawn <= MOST_SHAPES && child instanceof Element inner) {
                drawn = drawn(inner, drawn);
            }
        }
        var used = element.getLocalName().equals("use")
                ? element.getOwnerDocument().getElementById(reference(element).replaceFirst("^#", ""))
                : null;
        return used == null || drawn > MOST_SHAPES ? drawn : drawn(used, drawn);
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
