package io.chancery.render.difference.text;

import io.chancery.platform.MeteredText;
import io.chancery.platform.MeteredText.BudgetSpentException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What may differ without counting as different: places in a text that match any of some patterns. */
public final class Masks {

    public static final Masks NONE = new Masks(List.of());

    /** Stands in place of what is masked, so that it still counts whether something is there. */
    static final String MARK = "▒▒▒";

    private static final String DATE = "date:";

    private final List<Pattern> patterns;

    private Masks(List<Pattern> patterns) {
        this.patterns = patterns;
    }

    /** A place in a text, its end not included. */
    public record Span(int start, int end) {}

    /**
     * @param masks regular expressions, or {@code date:} with the way a date is written, such as {@code date:dd.MM.yyyy}
     * @throws IllegalArgumentException if one of them is neither; {@link #check} says why
     */
    public static Masks of(List<String> masks) {
        return new Masks(masks.stream().map(Masks::pattern).toList());
    }

    /** @throws IllegalArgumentException if it is no mask; says why */
    public static void check(String mask) {
        pattern(mask);
    }

    private static Pattern pattern(String mask) {
        try {
            return Pattern.compile(mask.startsWith(DATE) ? DateMask.regex(mask.substring(DATE.length())) : mask);
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException("is no regular expression: " + wrong.getDescription(), wrong);
        }
    }

    /**
     * Every place that is masked, from the beginning to the end; none touches another.
     *
     * @throws ComparisonException if a pattern takes too long
     */
    public List<Span> find(String text) {
        var found = new ArrayList<Span>();
        for (int i = 0; i < patterns.size(); i++) {
            find(i, text, found);
        }
        return united(found);
    }

    private void find(int index, String text, List<Span> found) {
        try {
            var matcher = patterns.get(index).matcher(new MeteredText(text));
            while (matcher.find()) {
                if (matcher.end() > matcher.start()) {
                    found.add(new Span(matcher.start(), matcher.end()));
                }
            }
        } catch (BudgetSpentException | StackOverflowError endless) {
            throw ComparisonException.slowMask(index);
        }
    }

    private static List<Span> united(List<Span> found) {
        var united = new ArrayList<Span>();
        for (var span :
                found.stream().sorted(Comparator.comparingInt(Span::start)).toList()) {
            var last = united.isEmpty() ? null : united.get(united.size() - 1);
            if (last != null && span.start() <= last.end()) {
                united.set(united.size() - 1, new Span(last.start(), Math.max(last.end(), span.end())));
            } else {
                united.add(span);
            }
        }
        return List.copyOf(united);
    }

    /** The text with a mark in place of everything that is masked. */
    public String masked(String text) {
        var masked = new StringBuilder();
        int at = 0;
        for (var span : find(text)) {
            masked.append(text, at, span.start()).append(MARK);
            at = span.end();
        }
        return masked.append(text, at, text.length()).toString();
    }
}
