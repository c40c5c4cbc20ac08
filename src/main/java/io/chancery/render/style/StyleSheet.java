package io.chancery.render.style;

import com.helger.css.decl.CSSDeclaration;
import com.helger.css.decl.CSSMediaRule;
import com.helger.css.decl.CSSSelector;
import com.helger.css.decl.CSSStyleRule;
import com.helger.css.decl.CascadingStyleSheet;
import com.helger.css.reader.CSSReader;
import com.helger.css.reader.CSSReaderSettings;
import com.helger.css.reader.errorhandler.DoNothingCSSParseErrorHandler;
import com.helger.css.writer.CSSWriterSettings;
import io.chancery.render.RenderException;
import io.chancery.render.style.StyleRule.Declaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** A style sheet, read once: what can be written to elements, and the rest, which only a {@code <style>} can say. */
final class StyleSheet {

    private static final CSSReaderSettings QUIET = new CSSReaderSettings()
            .setCustomErrorHandler(new DoNothingCSSParseErrorHandler())
            .setCustomExceptionHandler(unreadable -> {});
    private static final int LONGEST = 128 * 1024;
    private static final int LONGEST_SELECTOR = 400;
    private static final int MOST_SELECTORS = 2_000;
    private static final CSSWriterSettings SHORT = new CSSWriterSettings().setOptimizedOutput(true);
    private static final CSSWriterSettings READABLE = new CSSWriterSettings();

    private final Map<String, List<StyleRule>> rules = new HashMap<>();
    private final StringBuilder rest = new StringBuilder();
    private int place;
    private boolean asksForNeighbours;
    private boolean asksForAttributes;

    private StyleSheet(CascadingStyleSheet sheet) {
        sheet.getAllRules().forEach(rule -> {
            if (rule instanceof CSSStyleRule style) {
                take(style);
            } else {
                if (rule instanceof CSSMediaRule media) {
                    media.getAllRules().stream()
                            .filter(CSSStyleRule.class::isInstance)
                            .forEach(style -> insist((CSSStyleRule) style));
                }
                rest.append(rule.getAsCSSString(READABLE)).append('\n');
            }
        });
    }

    /** @throws RenderException if it cannot be read */
    static StyleSheet of(String css) {
        if (css.length() > LONGEST) {
            throw new RenderException("A <style> is longer than " + LONGEST + " characters");
        }
        var sheet = CSSReader.readFromStringReader(css, QUIET);
        if (sheet == null) {
            throw new RenderException("A <style> cannot be read as CSS");
        }
        return new StyleSheet(sheet);
    }

    private void take(CSSStyleRule style) {
        var declarations =
                style.getAllDeclarations().stream().map(StyleSheet::declaration).toList();
        var stateful = new ArrayList<CSSSelector>();
        for (var selector : style.getAllSelectors()) {
            var text = selector.getAsCSSString(SHORT);
            if (text.length() > LONGEST_SELECTOR || ++place > MOST_SELECTORS) {
                throw new RenderException("A <style> has a selector longer than " + LONGEST_SELECTOR
                        + " characters, or more than " + MOST_SELECTORS + " of them");
            }
            if (text.indexOf(':') >= 0 || !take(text, declarations)) {
                stateful.add(selector);
            }
        }
        if (!stateful.isEmpty()) {
            var left = new CSSStyleRule();
            stateful.forEach(left::addSelector);
            style.getAllDeclarations().forEach(left::addDeclaration);
            insist(left);
            rest.append(left.getAsCSSString(READABLE)).append('\n');
        }
    }

    /** Whether it can be written to elements. */
    private boolean take(String selector, List<Declaration> declarations) {
        try {
            var rule = StyleRule.of(selector, place, declarations);
            rules.computeIfAbsent(rule.target(), target -> new ArrayList<>()).add(rule);
            asksForNeighbours |= selector.indexOf('+') >= 0 || selector.indexOf('~') >= 0;
            asksForAttributes |= selector.indexOf('[') >= 0;
            return true;
        } catch (IllegalArgumentException | IllegalStateException unknown) {
            return false;
        }
    }

    /** What stands at an element beats a style sheet, unless that insists. */
    private static void insist(CSSStyleRule style) {
        style.getAllDeclarations().forEach(declaration -> declaration.setImportant(true));
    }

    private static Declaration declaration(CSSDeclaration declaration) {
        return new Declaration(
                declaration.getProperty(),
                declaration.getExpression().getAsCSSString(READABLE),
                declaration.isImportant());
    }

    /** The rules for an element, in no order. */
    Stream<StyleRule> rulesFor(Element element) {
        var targets = Stream.concat(
                element.classNames().stream().map(name -> "." + name), Stream.of(element.normalName(), "*"));
        return targets.flatMap(target -> rules.getOrDefault(target, List.of()).stream())
                .filter(rule -> rule.isFor(element));
    }

    /** Whether a rule depends on what stands before an element. */
    boolean asksForNeighbours() {
        return asksForNeighbours;
    }

    /** Whether a rule depends on more than name, class and id of an element, and those of what it stands in. */
    boolean asksForAttributes() {
        return asksForAttributes;
    }

    /** Media queries and states; all of it insists. */
    String rest() {
        return rest.toString();
    }
}
