package io.chancery.render.print;

import com.openhtmltopdf.extend.ReplacedElement;
import com.openhtmltopdf.extend.ReplacedElementFactory;
import com.openhtmltopdf.extend.UserAgentCallback;
import com.openhtmltopdf.layout.LayoutContext;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.pdfboxout.PdfBoxOutputDevice;
import com.openhtmltopdf.pdfboxout.PdfBoxReplacedElement;
import com.openhtmltopdf.pdfboxout.PdfBoxReplacedElementFactory;
import com.openhtmltopdf.render.BlockBox;
import com.openhtmltopdf.render.RenderingContext;
import io.chancery.render.RenderException;
import io.chancery.render.chart.Chart;
import io.chancery.render.chart.ChartDrawing;
import io.chancery.render.chart.ChartLook;
import io.chancery.render.code.Code;
import java.awt.Point;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Puts the brand's drawings, codes and charts where an {@code <img>} names them, each once into the document, however often it is
 * shown. All other pictures are left to the library.
 */
final class DrawnImages implements ReplacedElementFactory {

    private static final int MOST_CODES = 20;

    private final PdfBoxOutputDevice device;
    private final PdfBoxReplacedElementFactory others;
    private final Map<String, Drawing> drawings;
    private final Function<String, PDFormXObject> forms;
    private final Supplier<ChartLook> charts;
    private final SharedContext context;
    private final Map<String, PDFormXObject> used = new HashMap<>();
    private final Map<String, Code> codes = new HashMap<>();
    private final Map<String, PDFormXObject> drawn = new HashMap<>();

    /**
     * @param forms copies a drawing into this document
     * @param charts how they look
     */
    DrawnImages(
            PdfBoxOutputDevice device,
            SharedContext context,
            Map<String, Drawing> drawings,
            Function<String, PDFormXObject> forms,
            Supplier<ChartLook> charts) {
        this.device = device;
        this.others = new PdfBoxReplacedElementFactory(device, null, null, null);
        this.context = context;
        this.drawings = drawings;
        this.forms = forms;
        this.charts = charts;
    }

    @Override
    public @Nullable ReplacedElement createReplacedElement(
            LayoutContext layout, BlockBox box, UserAgentCallback agent, int cssWidth, int cssHeight) {
        var element = box.getElement();
        var source = element == null ? "" : element.getAttribute("src");
        if (element != null && Chart.isNamedBy(source)) {
            return chart(source, element.getAttribute("alt"));
        }
        if (Code.isNamedBy(source)) {
            var code = codes.computeIfAbsent(source, this::code);
            return new Drawn(
                    used.computeIfAbsent(source, address -> CodeForm.of(code, device.getWriter())),
                    code.width(),
                    code.height(),
                    context.getDotsPerPixel());
        }
        var path = AssetsOnly.path(source);
        var drawing = path == null ? null : drawings.get(path);
        return drawing == null || path == null
                ? others.createReplacedElement(layout, box, agent, cssWidth, cssHeight)
                : new Drawn(
                        used.computeIfAbsent(path, forms),
                        drawing.width(),
                        drawing.height(),
                        context.getDotsPerPixel());
    }

    private Code code(String source) {
        limit();
        return Code.of(source);
    }

    private ReplacedElement chart(String source, String alt) {
        var chart = Chart.of(source, alt);
        return new Drawn(
                drawn.computeIfAbsent(source, address -> {
                    limit();
                    return ChartForm.of(new ChartDrawing(chart, charts.get()), device.getWriter());
                }),
                ChartDrawing.WIDTH,
                ChartDrawing.HEIGHT,
                context.getDotsPerPixel());
    }

    private void limit() {
        if (codes.size() + drawn.size() >= MOST_CODES) {
            throw new RenderException("A letter shows at most " + MOST_CODES + " different codes and charts");
        }
    }

    @Override
    public boolean isReplacedElement(@Nullable Element element) {
        return others.isReplacedElement(element);
    }

    /** One showing of a drawing. */
    private static final class Drawn implements PdfBoxReplacedElement {

        private final PDFormXObject form;
        private final float width;
        private final float height;
        private final int dotsPerPixel;
        private Point location = new Point(0, 0);

        /** Width and height in CSS pixels. */
        Drawn(PDFormXObject form, float width, float height, int dotsPerPixel) {
            this.form = form;
            this.width = width;
            this.height = height;
            this.dotsPerPixel = dotsPerPixel;
        }

        @Override
        public void paint(RenderingContext context, PdfBoxOutputDevice device, BlockBox box) {
            var bounds = box.getContentAreaEdge(box.getAbsX(), box.getAbsY(), context);
            float dotsPerPoint = device.getDotsPerPoint();
            device.drawPdfAsImage(form, bounds, width * dotsPerPoint, height * dotsPerPoint);
        }

        @Override
        public int getIntrinsicWidth() {
            return Math.round(width * dotsPerPixel);
        }

        @Override
        public int getIntrinsicHeight() {
            return Math.round(height * dotsPerPixel);
        }

        @Override
        public Point getLocation() {
            return location;
        }

        @Override
        public void setLocation(int x, int y) {
            location = new Point(x, y);
        }

        @Override
        public void detach(LayoutContext layout) {}

        @Override
        public boolean isRequiresInteractivePaint() {
            return false;
        }

        @Override
        public boolean hasBaseline() {
            return false;
        }

        @Override
        public int getBaseline() {
            return 0;
        }
    }
}
