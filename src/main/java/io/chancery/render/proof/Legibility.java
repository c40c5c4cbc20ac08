package io.chancery.render.proof;

import io.chancery.render.style.StyleAttribute;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Finds text that stands out too little from what is behind it: WCAG 2.1, success criterion 1.4.3 (EN 301 549, BFSG). */
final class Legibility {

    private static final double ENOUGH = 4.5;
    private static final double ENOUGH_FOR_LARGE = 3;

    /** CSS pixels: 18 points, or 14 points of bold. */
    private static final double LARGE = 24;

    private static final double LARGE_BOLD = 18.66;
    private static final double POINT = 96 / 72.0;
    private static final double MILLIMETRE = 96 / 25.4;
    private static final Set<String> EMPHATIC = Set.of("b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6");
    private static final Pattern LENGTH = Pattern.compile("([0-9.]+)\\s*(px|pt|em|rem|mm|%)");

    /** Each pair of colours once, with the text where it was seen first. */
    private final Map<String, String> found = new LinkedHashMap<>();

    private Legibility() {}

    /** How text looks in an element. */
    private record Look(Colour ink, Colour ground, double size, boolean bold) {

        static final Look OF_PAPER = new Look(Colour.BLACK, Colour.WHITE, 16, false);

        Look in(Map<String, String> style, boolean emphatic) {
            var behind = style.getOrDefault("background-color", style.getOrDefault("background", ""));
            var weight = style.getOrDefault("font-weight", emphatic ? "bold" : "");
            return new Look(
                    Colour.find(style.getOrDefault("color", "")).orElse(ink),
                    Colour.find(behind).orElse(ground),
                    size(style.getOrDefault("font-size", "")),
                    weight.isEmpty() ? bold : weight.startsWith("bold") || weight.matches("[6-9]00"));
        }

        private double size(String css) {
            var length = LENGTH.matcher(css);
            if (!length.find()) {
                return size;
            }
            double unit = switch (length.group(2)) {
                case "pt" -> POINT;
                case "mm" -> MILLIMETRE;
                case "em" -> size;
                case "rem" -> OF_PAPER.size();
                case "%" -> size / 100;
                default -> 1;
            };
            return Double.parseDouble(length.group(1)) * unit;
        }

        boolean isLegible() {
            boolean large = size >= LARGE || bold && size >= LARGE_BOLD;
            return ink.contrast(ground) >= (large ? ENOUGH_FOR_LARGE : ENOUGH);
        }
    }

    /** @param page whose styles stand at its elements */
    static Map<String, String> faults(Element page) {
        var legibility = new Legibility();
        legibility.read(page, Look.OF_PAPER);
        return legibility.found;
    }

    private void read(Element element, Look outside) {
        var style = style(element);
        if (style.getOrDefault("display", "").equals("none")) {
            return;
        }
        var look = outside.in(style, EMPHATIC.contains(element.normalName()));
        element.textNodes().stream().filter(text -> !text.isBlank()).forEach(text -> judge(text, look));
        element.children().forEach(child -> read(child, look));
    }

    private void judge(TextNode text, Look look) {
        if (!look.isLegible()) {
            found.putIfAbsent(look.ink() + " on " + look.ground(), ratio(look) + ": «" + begin(text) + "»");
        }
    }

    private static String ratio(Look look) {
        return String.format(Locale.ROOT, "%.1f", look.ink().contrast(look.ground()));
    }

    private static String begin(TextNode text) {
        var words = text.text().strip();
        return words.length() <= 40 ? words : words.substring(0, 40) + "…";
    }

    private static Map<String, String> style(Element element) {
        var style = StyleAttribute.of(element);
        if (element.hasAttr("bgcolor")) {
            style.putIfAbsent("background-color", element.attr("bgcolor"));
        }
        return style;
    }
}
