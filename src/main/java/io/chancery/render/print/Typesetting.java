package io.chancery.render.print;

import com.openhtmltopdf.css.style.CalculatedStyle;
import com.openhtmltopdf.layout.BoxBuilder;
import com.openhtmltopdf.layout.Layer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.pdfboxout.PdfBoxFastOutputDevice;
import com.openhtmltopdf.pdfboxout.PdfBoxFontContext;
import com.openhtmltopdf.pdfboxout.PdfBoxOutputDevice;
import com.openhtmltopdf.pdfboxout.PdfBoxUserAgent;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.render.BlockBox;
import com.openhtmltopdf.render.PageBox;
import com.openhtmltopdf.render.RenderingContext;
import com.openhtmltopdf.render.ViewportBox;
import com.openhtmltopdf.render.displaylist.DisplayListCollector;
import com.openhtmltopdf.render.displaylist.DisplayListContainer.DisplayListPageContainer;
import com.openhtmltopdf.render.displaylist.DisplayListPainter;
import com.openhtmltopdf.util.OpenUtil;
import com.openhtmltopdf.util.ThreadCtx;
import io.chancery.render.RenderException;
import io.chancery.render.print.archival.Conformance;
import io.chancery.render.print.style.Allowance;
import io.chancery.render.print.style.PaidStyles;
import io.chancery.render.print.tagging.Decoration;
import java.awt.Rectangle;
import java.io.IOException;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * One letter between its tree and its pages. The layout engine has a renderer of its own for this, which would also write what
 * a document declares, anew and slowly for each; here that is left to {@code archival}.
 */
final class Typesetting implements AutoCloseable {

    private static final int DOTS_PER_PIXEL = 20;
    private static final int POINTS_PER_INCH = 72;
    private static final float DOTS_PER_POINT = DOTS_PER_PIXEL * 96f / POINTS_PER_INCH;
    private static final String ADDRESS = "asset:/";

    private final Document tree;
    private final PDDocument document;
    private final SharedContext context = new SharedContext() {
        @Override
        public CalculatedStyle getStyle(Element element) {
            var remembered = getCss() instanceof PaidStyles styles ? styles.calculated(element) : null;
            return remembered == null ? super.getStyle(element) : remembered;
        }
    };
    private final PdfBoxOutputDevice device =
            new PdfBoxFastOutputDevice(DOTS_PER_POINT, false, true, PdfAConformance.PDFA_3_A);
    private @Nullable BlockBox root;

    /**
     * @param document that the pages are added to
     * @param assets that may be shown
     * @param allowance that its layout may use up
     */
    Typesetting(Document tree, PDDocument document, AssetsOnly assets, Styles styles, Allowance allowance) {
        this.tree = tree;
        this.document = document;
        device.setWriter(document);
        var agent = new PdfBoxUserAgent(device);
        assets.lock(agent);
        context.registerWithThread();
        context.setUserAgentCallback(agent);
        agent.setSharedContext(context);
        context.setDPI(POINTS_PER_INCH * DOTS_PER_POINT);
        context.setDotsPerPixel(DOTS_PER_PIXEL);
        context.setPrint(true);
        context.setInteractive(false);
        context.setBaseURL(ADDRESS);
        styles.begin(tree, context);
        PaidStyles.charge(context, allowance);
        device.setSharedContext(context);
    }

    SharedContext context() {
        return context;
    }

    PdfBoxOutputDevice device() {
        return device;
    }

    /** The outermost box of the document that is laid out. */
    BlockBox root() {
        return Objects.requireNonNull(root);
    }

    void layOut() {
        var layout = context.newLayoutContextInstance();
        layout.setFontContext(new PdfBoxFontContext());
        var body = BoxBuilder.createRootBox(layout, tree);
        var first = Layer.createPageBox(layout, "first");
        body.setContainingBlock(
                new ViewportBox(new Rectangle(0, 0, first.getContentWidth(layout), first.getContentHeight(layout))));
        body.layout(layout);
        var layer = body.getLayer();
        layer.trimEmptyPages(layout, layer.getPaintingDimension(layout).height);
        layer.layoutPages(layout);
        if (layer.getPages().size() > Press.MOST_PAGES) {
            throw new RenderException("The letter has more than " + Press.MOST_PAGES + " pages");
        }
        root = body;
    }

    void paint() throws IOException {
        document.setVersion(Conformance.VERSION);
        var layer = root().getLayer();
        var painting = painting(layer);
        device.setRoot(root());
        device.start(tree);
        layer.assignPagePaintingPositions(painting, Layer.PAGED_MODE_PRINT);
        var pages = layer.getPages();
        painting.setPageCount(pages.size());
        var shown = new DisplayListCollector(pages).collectRoot(painting, layer);
        for (int i = 0; i < pages.size(); i++) {
            paint(pages.get(i), i, shown.getPageInstructions(i), painting);
        }
        device.finish(painting, root());
    }

    private RenderingContext painting(Layer layer) {
        var painting = context.newRenderingContextInstance();
        painting.setFontContext(new PdfBoxFontContext());
        painting.setOutputDevice(device);
        painting.setRootLayer(layer);
        painting.setFastRenderer(true);
        device.setRenderingContext(painting);
        return painting;
    }

    private void paint(PageBox box, int number, DisplayListPageContainer shown, RenderingContext painting)
            throws IOException {
        float height = box.getHeight(painting) / DOTS_PER_POINT;
        var page = new PDPage(new PDRectangle(box.getWidth(painting) / DOTS_PER_POINT, height));
        Decoration.prepare(page);
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page, AppendMode.APPEND, false)) {
            device.initializePage(content, page, height);
            box.setBasePagePdfPageIndex(number);
            painting.setPage(number, box);
            painting.setShadowPageNumber(-1);
            paintMargins(box, painting);
            paintContent(box, shown, painting);
            device.finishPage();
        }
    }

    private static void paintMargins(PageBox box, RenderingContext painting) {
        box.paintBackground(painting, 0, Layer.PAGED_MODE_PRINT);
        painting.setInPageMargins(true);
        box.paintMarginAreas(painting, 0, Layer.PAGED_MODE_PRINT);
        painting.setInPageMargins(false);
        box.paintBorder(painting, 0, Layer.PAGED_MODE_PRINT);
    }

    private void paintContent(PageBox box, DisplayListPageContainer shown, RenderingContext painting) {
        int left = box.getMarginBorderPadding(painting, CalculatedStyle.LEFT);
        int top = box.getMarginBorderPadding(painting, CalculatedStyle.TOP) - box.getPaintingTop();
        device.pushClip(box.getPrintClippingBounds(painting));
        device.translate(left, top);
        new DisplayListPainter().paint(painting, shown);
        device.translate(-left, -top);
        device.popClip();
    }

    String language() {
        return tree.getDocumentElement().getAttribute("lang");
    }

    /** What the painted document's head says under this name; empty if it says nothing. */
    String meta(String name) {
        return Objects.requireNonNullElse(device.getMetadataByName(name), "");
    }

    @Override
    public void close() {
        OpenUtil.closeQuietly(device);
        context.removeFromThread();
        ThreadCtx.cleanup();
    }
}
