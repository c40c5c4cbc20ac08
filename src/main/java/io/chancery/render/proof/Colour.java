package io.chancery.render.proof;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** An opaque colour in sRGB, 0 to 255 each. */
public record Colour(int red, int green, int blue) {

    static final Colour BLACK = new Colour(0, 0, 0);
    public static final Colour WHITE = new Colour(255, 255, 255);

    private static final Map<String, Colour> NAMES = Map.of(
            "black", BLACK,
            "white", WHITE,
            "red", new Colour(255, 0, 0),
            "green", new Colour(0, 128, 0),
            "blue", new Colour(0, 0, 255),
            "gray", new Colour(128, 128, 128),
            "grey", new Colour(128, 128, 128),
            "silver", new Colour(192, 192, 192),
            "yellow", new Colour(255, 255, 0),
            "navy", new Colour(0, 0, 128));

    private static final Pattern CSS = Pattern.compile(
            "#(?<hex>[0-9a-f]{6}|[0-9a-f]{3})\\b|rgb\\(\\s*(?<r>\\d{1,3})[\\s,]+(?<g>\\d{1,3})[\\s,]+(?<b>\\d{1,3})\\s*\\)|\\b(?<name>[a-z]+)\\b");

    /** The first colour in a CSS value; empty if there is none that we know. */
    public static Optional<Colour> find(String css) {
        var found = CSS.matcher(css.toLowerCase(Locale.ROOT));
        while (found.find()) {
            if (found.group("hex") != null) {
                return Optional.of(ofHex(found.group("hex")));
            }
            if (found.group("r") != null) {
                return Optional.of(ofRgb(found.toMatchResult()));
            }
            if (NAMES.containsKey(found.group("name"))) {
                return Optional.of(NAMES.get(found.group("name")));
            }
        }
        return Optional.empty();
    }

    private static Colour ofHex(String hex) {
        var whole = hex.length() == 6 ? hex : hex.replaceAll(".", "$0$0");
        int value = Integer.parseInt(whole, 16);
        return new Colour(value >> 16, value >> 8 & 0xFF, value & 0xFF);
    }

    /** The groups of {@link #CSS} by number: one for hex, then three. */
    private static Colour ofRgb(MatchResult rgb) {
        return new Colour(
                Integer.parseInt(rgb.group(2)), Integer.parseInt(rgb.group(3)), Integer.parseInt(rgb.group(4)));
    }

    /** From 1, not to be told apart, to 21, black on white (WCAG 2.1, «contrast ratio»). */
    public double contrast(Colour other) {
        double one = luminance() + 0.05;
        double two = other.luminance() + 0.05;
        return Math.max(one, two) / Math.min(one, two);
    }

    /** WCAG 2.1, «relative luminance». */
    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    @Override
    public String toString() {
        return "#%02X%02X%02X".formatted(red, green, blue);
    }
}
