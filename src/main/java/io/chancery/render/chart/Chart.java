package io.chancery.render.chart;

import io.chancery.render.RenderException;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A few figures to be seen side by side. {@code data.items.chart(…)} gives it as the source of a picture, {@code <img src="chart:…">},
 * and each channel draws it from there.
 *
 * @param unit of all values
 * @param names of the one or two series
 * @param points 2 to 24, each with a value for each series
 */
public record Chart(Kind kind, Locale locale, String unit, List<String> names, List<Point> points) {

    private static final String SCHEME = "chart:";
    private static final String BETWEEN = "&";
    private static final int MOST_SERIES = 2;
    private static final int FEWEST_POINTS = 2;
    private static final int MOST_POINTS = 24;
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_LABEL = 12;

    /** Characters of all labels with a blank between them, which fit side by side. */
    private static final int LONGEST_AXIS = 72;

    private static final BigDecimal LARGEST = new BigDecimal("1e12");

    /** How values are shown. */
    public enum Kind {
        BAR,
        LINE
    }

    /**
     * What stands at one place of the axis.
     *
     * @param values one for each series, below 10¹² either way
     */
    public record Point(String label, List<BigDecimal> values) {}

    public Chart {
        demand(!names.isEmpty() && names.size() <= MOST_SERIES, "has one or two series");
        demand(
                points.size() >= FEWEST_POINTS && points.size() <= MOST_POINTS,
                "has " + FEWEST_POINTS + " to " + MOST_POINTS + " points, not " + points.size());
        demand(unit.length() <= LONGEST_LABEL, "has a unit of at most " + LONGEST_LABEL + " characters");
        demand(
                names.stream().allMatch(name -> !name.isBlank() && name.length() <= LONGEST_NAME),
                "names each series, in at most " + LONGEST_NAME + " characters");
        demand(
                points.stream().allMatch(point -> point.label().length() <= LONGEST_LABEL),
                "has labels of at most " + LONGEST_LABEL + " characters");
        demand(
                points.stream().mapToInt(point -> point.label().length() + 1).sum() <= LONGEST_AXIS,
                "has labels of at most " + LONGEST_AXIS + " characters in all, which fit side by side");
        demand(
                points.stream().map(Point::label).distinct().count() == points.size(),
                "has a label of its own for each point");
        demand(
                points.stream()
                        .flatMap(point -> point.values().stream())
                        .allMatch(value -> value.abs().compareTo(LARGEST) < 0),
                "shows values below 1,000,000,000,000");
    }

    private static void demand(boolean kept, String rule) {
        if (!kept) {
            throw new IllegalArgumentException("a chart " + rule);
        }
    }

    /**
     * Reads the source of a picture that names a chart.
     *
     * @param alt what the picture says to those who do not see it
     * @throws RenderException if it cannot be read, or says nothing to them
     */
    public static Chart of(String source, String alt) {
        if (alt.isBlank()) {
            throw new RenderException("A chart needs an alt that says what it shows, its values too");
        }
        try {
            return read(source.substring(SCHEME.length()).split(BETWEEN, -1));
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            throw new RenderException(
                    "A chart cannot be read; its source is made by {data.items.chart('bar', 'kWh', 'name')}",
                    unreadable);
        }
    }

    /** Whether the source of a picture names a chart. */
    public static boolean isNamedBy(String source) {
        return source.startsWith(SCHEME);
    }

    private static Chart read(String[] parts) {
        int series = Integer.parseInt(parts[3]);
        var texts = Arrays.stream(parts)
                .skip(4)
                .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
                .toList();
        var points = new ArrayList<Point>();
        for (int at = series; at < texts.size(); at += series + 1) {
            var values = texts.subList(at + 1, at + 1 + series).stream()
                    .map(BigDecimal::new)
                    .toList();
            points.add(new Point(texts.get(at), values));
        }
        return new Chart(
                Kind.valueOf(parts[0]),
                Locale.forLanguageTag(parts[1]),
                URLDecoder.decode(parts[2], StandardCharsets.UTF_8),
                texts.subList(0, series),
                List.copyOf(points));
    }

    /** The source of a picture that shows it. */
    String source() {
        var head = Stream.of(kind.name(), locale.toLanguageTag(), encoded(unit), String.valueOf(names.size()));
        var figures = points.stream()
                .flatMap(point -> Stream.concat(
                        Stream.of(encoded(point.label())),
                        point.values().stream().map(BigDecimal::toPlainString)));
        return Stream.of(head, names.stream().map(Chart::encoded), figures)
                .flatMap(parts -> parts)
                .collect(Collectors.joining(BETWEEN, SCHEME, ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
