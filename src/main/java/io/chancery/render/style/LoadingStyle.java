package io.chancery.render.style;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a style would load from elsewhere, or run, however it is spelt (CSS Syntax §4.3.7, CSS Images §2). */
public final class LoadingStyle {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?(?:\\*/|\\z)", Pattern.DOTALL);
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:([0-9a-fA-F]{1,6})\\s?|(.))", Pattern.DOTALL);
    private static final List<String> CALLED = List.of("url", "src", "image", "image-set", "cross-fade", "expression");
    private static final List<String> SET = List.of("behavior", "-moz-binding", "progid");
    private static final String IMPORT = "@import";

    private LoadingStyle() {}

    /** With its comments and without, because what looks like one may stand in a text. */
    public static boolean isIn(String css) {
        return isSpelt(css)
                || (css.contains("/*") && isSpelt(COMMENT.matcher(css).replaceAll("")));
    }

    private static boolean isSpelt(String css) {
        return isNamed(css)
                || (css.indexOf('\\') >= 0 && isNamed(ESCAPE.matcher(css).replaceAll(LoadingStyle::character)));
    }

    private static boolean isNamed(String css) {
        for (int at = 0; at < css.length(); at++) {
            boolean named = switch (css.charAt(at)) {
                case '(' -> follows(css, at, CALLED);
                case ':' -> follows(css, at, SET);
                case '@' -> css.regionMatches(true, at, IMPORT, 0, IMPORT.length());
                default -> false;
            };
            if (named) {
                return true;
            }
        }
        return false;
    }

    private static boolean follows(String css, int at, List<String> names) {
        int end = at;
        while (end > 0 && Character.isWhitespace(css.charAt(end - 1))) {
            end--;
        }
        for (var name : names) {
            if (css.regionMatches(true, end - name.length(), name, 0, name.length())) {
                return true;
            }
        }
        return false;
    }

    private static String character(MatchResult escape) {
        if (escape.group(1) == null) {
            return Matcher.quoteReplacement(escape.group(2));
        }
        int codePoint = Integer.parseInt(escape.group(1), 16);
        return Character.isValidCodePoint(codePoint) ? Matcher.quoteReplacement(Character.toString(codePoint)) : "";
    }
}
