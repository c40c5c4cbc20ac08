package io.chancery.render.print.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds styles that browsers know and paper does not, which the layout engine leaves out in silence. */
public final class StyleLint {

    private static final Map<Pattern, String> REMEDIES = remedies();

    private StyleLint() {}

    private static Map<Pattern, String> remedies() {
        var remedies = new LinkedHashMap<Pattern, String>();
        remedies.put(
                style("display\\s*:\\s*(?:inline-)?(?:flex|grid)"),
                "sets nothing side by side on paper: use float, or display: table and table-cell");
        remedies.put(style("var\\("), "is not known on paper: write the value, or take it from brand.yaml");
        remedies.put(style("calc\\("), "is not known on paper: write the result");
        remedies.put(style("(?<![a-z-])opacity\\s*:"), "has no effect on paper: use a lighter colour");
        remedies.put(style("(?:box|text)-shadow\\s*:"), "is not drawn on paper");
        remedies.put(style("object-fit\\s*:"), "has no effect on paper: give width and height in proportion");
        remedies.put(style("overflow-wrap\\s*:"), "has no effect on paper: use word-wrap");
        remedies.put(style("text-overflow\\s*:"), "has no effect on paper: use word-wrap: break-word");
        remedies.put(style("(?<![a-z-])columns\\s*:"), "has no effect on paper: use column-count");
        remedies.put(style("hyphens\\s*:\\s*auto"), "hyphenates nothing on paper: use &shy;");
        remedies.put(style("text-align-last\\s*:"), "has no effect on paper");
        return remedies;
    }

    private static Pattern style(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    /** Each with file, line and remedy. */
    public static List<String> problems(String file, String source) {
        var problems = new ArrayList<String>();
        var lines = source.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            for (var remedy : REMEDIES.entrySet()) {
                var found = remedy.getKey().matcher(lines.get(i));
                if (found.find()) {
                    problems.add(file + ", line " + (i + 1) + ": " + found.group() + " " + remedy.getValue());
                }
            }
        }
        return problems;
    }
}
