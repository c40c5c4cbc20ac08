package io.chancery.render.style;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a style would load from elsewhere, or run, however it is spelt (CSS Syntax §4.3.7, CSS Images §2). */
public final class LoadingStyle {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?(?:\\*/|\\z)", Pattern.DOTALL);
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:([0-9a-fA-F]{1,6})\\s?|(.))", Pattern.DOTALL);
    private static final Pattern LOADING = Pattern.compile(
            "@import|(?:url|src|image|image-set|cross-fade|expression)\\s*\\(|behavior\\s*:|-moz-binding|progid:",
            Pattern.CASE_INSENSITIVE);

    private LoadingStyle() {}

    /** With its comments and without, because what looks like one may stand in a text. */
    public static boolean isIn(String css) {
        return isSpelt(css) || isSpelt(COMMENT.matcher(css).replaceAll(""));
    }

    private static boolean isSpelt(String css) {
        return LOADING.matcher(css).find()
                || (css.indexOf('\\') >= 0
                        && LOADING.matcher(ESCAPE.matcher(css).replaceAll(LoadingStyle::character))
                                .find());
    }

    private static String character(MatchResult escape) {
        if (escape.group(1) == null) {
            return Matcher.quoteReplacement(escape.group(2));
        }
        int codePoint = Integer.parseInt(escape.group(1), 16);
        return Character.isValidCodePoint(codePoint) ? Matcher.quoteReplacement(Character.toString(codePoint)) : "";
    }
}
