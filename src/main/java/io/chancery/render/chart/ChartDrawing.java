package io.chancery.render.chart;

import io.chancery.render.RenderException;
import io.chancery.render.chart.Chart.Kind;
import io.chancery.render.chart.Chart.Point;
import io.chancery.render.format.Formats;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Draws charts, all of one size. Text becomes outlines of the brand's font, so nobody needs the font to see it, and none of the
 * machine's fonts is used. The series differ in lightness, lines in dashes and marks too, so that they differ in print without colour.
 */
public final class ChartDrawing {

    /** In CSS pixels. */
    public static final int WIDTH = 480;

    public static final int HEIGHT = 160;

    private static final int RESOLUTION = 2;
    private static final int MARGIN = 4;
    private static final int LEGEND = 22;
    private static final int BASELINE = 14;
    private static final int SWATCH = 11;
    private static final int DIGITS = 12;
    private static final float TEXT = 14;
    private static final float VALUE = 11;
    private static final float STROKE = 2.5f;
    private static final float[] DASHES = {6, 4};

    /** So many fit their values into them. */
    private static final int MOST_NUMBERED_BARS = 12;

    private final Chart chart;
    private final ChartLook look;

    /** @throws RenderException if the font has not all the characters */
    public ChartDrawing(Chart chart, ChartLook look) {
        this.chart = chart;
        this.look = look;
        chart.points().forEach(point -> look.demandCharactersOf(point.label()));
        for (int i = 0; i < chart.names().size(); i++) {
            look.demandCharactersOf(name(i));
        }
    }

    public void paint(Graphics2D graphics) {
        var plan =
                new CategoryChartBuilder().width(WIDTH).height(HEIGHT - LEGEND).build();
        paper(plan.getStyler());
        axes(plan.getStyler());
        series(plan);
        graphics.setColor(Color.WHITE);
        graphics.fill(new Rectangle(WIDTH, LEGEND));
        legend(graphics);
        graphics.translate(0, LEGEND);
        plan.paint(graphics, WIDTH, HEIGHT - LEGEND);
        graphics.translate(0, -LEGEND);
    }

    /** Above the plot, from the left; the library sets names so close that they touch. */
    private void legend(Graphics2D graphics) {
        double x = MARGIN;
        for (int i = 0; i < chart.names().size(); i++) {
            graphics.setColor(look.series().get(i));
            graphics.fill(
                    chart.kind() == Kind.BAR
                            ? new Rectangle2D.Double(x, BASELINE - SWATCH, SWATCH, SWATCH)
                            : stroke(i)
                                    .createStrokedShape(new Line2D.Double(
                                            x, BASELINE - MARGIN, x + 2 * SWATCH, BASELINE - MARGIN)));
            x += (chart.kind() == Kind.BAR ? 1.5 : 2.5) * SWATCH;
            var name = look.font().deriveFont(TEXT).createGlyphVector(new FontRenderContext(null, true, true), name(i));
            graphics.setColor(look.text());
            graphics.fill(name.getOutline((float) x, BASELINE));
            x += name.getLogicalBounds().getWidth();
            if (x > WIDTH) {
                throw new RenderException("The names of a chart's series are too long to stand side by side");
            }
            x += 2 * SWATCH;
        }
    }

    private void paper(CategoryStyler style) {
        style.setBaseFont(look.font().deriveFont(TEXT))
                .setChartBackgroundColor(Color.WHITE)
                .setChartFontColor(look.text())
                .setChartPadding(MARGIN)
                .setChartTitleVisible(false)
                .setPlotBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false)
                .setPlotContentSize(0.97)
                .setLegendVisible(false);
    }

    private void axes(CategoryStyler style) {
        var formats = Formats.of(chart.locale());
        style.setAxisTicksLineVisible(false)
                .setAxisTicksMarksVisible(false)
                .setAxisTickLabelsFont(look.font().deriveFont(TEXT))
                .setAxisTickLabelsColor(look.text())
                .setAxisTickPadding(8)
                .setYAxisLabelAlignment(TextAlignment.Right)
                .setYAxisTickMarkSpacingHint(34)
                .setyAxisTickLabelsFormattingFunction(value -> formats.number(plain(value)))
                .setPlotGridVerticalLinesVisible(false)
                .setPlotGridLinesColor(look.line())
                .setPlotGridLinesStroke(new BasicStroke(0.75f))
                .setLocale(chart.locale())
                .setDecimalPattern("#,##0.###");
        var lowest = values().min(Comparator.naturalOrder()).orElseThrow().min(BigDecimal.ZERO);
        var highest = values().max(Comparator.naturalOrder()).orElseThrow().max(BigDecimal.ZERO);
        boolean flat = lowest.compareTo(highest) == 0;
        style.setYAxisMin(bound(lowest));
        style.setYAxisMax(flat ? 1 : bound(highest));
    }

    private Stream<BigDecimal> values() {
        return chart.points().stream().flatMap(point -> point.values().stream());
    }

    /** The next half of a power of ten beyond a value, such as 3500 for 3120. */
    private static double bound(BigDecimal value) {
        if (value.signum() == 0) {
            return 0;
        }
        var half = BigDecimal.ONE
                .scaleByPowerOfTen(value.precision() - value.scale() - 1)
                .divide(BigDecimal.valueOf(2));
        return value.divide(half, 0, RoundingMode.UP).multiply(half).doubleValue();
    }

    private static BigDecimal plain(double value) {
        return new BigDecimal(value, new MathContext(DIGITS));
    }

    private void series(CategoryChart plan) {
        boolean bars = chart.kind() == Kind.BAR;
        plan.getStyler()
                .setDefaultSeriesRenderStyle(bars ? CategorySeriesRenderStyle.Bar : CategorySeriesRenderStyle.Line)
                .setOverlapped(!bars)
                .setAvailableSpaceFill(0.72)
                .setLabelsVisible(bars && values().count() <= MOST_NUMBERED_BARS)
                .setLabelsFont(look.font().deriveFont(VALUE))
                .setLabelsPosition(0.97)
                .setSeriesColors(look.series().toArray(Color[]::new))
                .setSeriesMarkers(new Marker[] {SeriesMarkers.CIRCLE, SeriesMarkers.DIAMOND});
        var labels = chart.points().stream().map(Point::label).toList();
        for (int i = 0; i < chart.names().size(); i++) {
            int number = i;
            var values = chart.points().stream()
                    .map(point -> point.values().get(number))
                    .toList();
            plan.addSeries(name(number), labels, values).setLineStyle(stroke(number));
        }
    }

    private String name(int series) {
        var name = chart.names().get(series);
        return chart.unit().isBlank() ? name : name + " (" + chart.unit() + ")";
    }

    private static BasicStroke stroke(int series) {
        return series == 0
                ? new BasicStroke(STROKE)
                : new BasicStroke(STROKE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHES, 0);
    }

    /** Sharp on screens with twice the pixels, too. */
    public byte[] png() {
        var image = new BufferedImage(WIDTH * RESOLUTION, HEIGHT * RESOLUTION, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.scale(RESOLUTION, RESOLUTION);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        paint(graphics);
        graphics.dispose();
        try (var png = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", png);
            return png.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public byte[] svg() {
        var document = GenericDOMImplementation.getDOMImplementation()
                .createDocument(SVGGraphics2D.SVG_NAMESPACE_URI, "svg", null);
        var graphics = new SVGGraphics2D(SVGGeneratorContext.createDefault(document), true);
        graphics.setSVGCanvasSize(new Dimension(WIDTH, HEIGHT));
        paint(graphics);
        var svg = new StringWriter();
        try {
            graphics.stream(svg);
        } catch (SVGGraphics2DIOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        // Without the document type, which names a file elsewhere.
        return svg.toString().substring(svg.toString().indexOf("<svg")).getBytes(StandardCharsets.UTF_8);
    }
}
