package io.chancery.render.style;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/**
 * One selector of a style sheet with what it sets.
 *
 * @param target the class ({@code .name}) or the name of the elements that it can be about, or {@code *}
 * @param specificity as in Selectors Level 3, §9, of what can be written to elements: ids, classes and attributes, names
 * @param place of the selector in its sheet
 */
record StyleRule(Evaluator selector, String target, int specificity, int place, List<Declaration> declarations) {

    private static final Pattern ID = Pattern.compile("#[\\w-]+");
    private static final Pattern CLASS = Pattern.compile("\\.[\\w-]+|\\[[^]]*]");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.#\\[-])[A-Za-z][\\w-]*");
    private static final Pattern LAST = Pattern.compile("([A-Za-z][\\w-]*)?((?:\\.[\\w-]+)*)[^\\s>+~]*$");

    /** One property with its value. */
    record Declaration(String property, String value, boolean important) {}

    /** @param selector without anything that depends on a state, such as {@code :hover} */
    static StyleRule of(String selector, int place, List<Declaration> declarations) {
        var plain = selector.replaceAll("\\[[^]]*]", "[]");
        int specificity = 10_000 * count(ID, plain) + 100 * count(CLASS, plain) + count(NAME, plain);
        return new StyleRule(QueryParser.parse(selector), target(plain), specificity, place, declarations);
    }

    private static int count(Pattern pattern, String selector) {
        return (int) pattern.matcher(selector).results().count();
    }

    private static String target(String selector) {
        var last = LAST.matcher(selector);
        if (!last.find()) {
            return "*";
        }
        if (!last.group(2).isEmpty()) {
            return last.group(2).replaceAll("(?<=.)\\..*", "");
        }
        return last.group(1) == null ? "*" : last.group(1).toLowerCase(Locale.ROOT);
    }

    boolean isFor(Element element) {
        return selector.matches(element.root(), element);
    }
}
