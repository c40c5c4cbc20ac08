package io.chancery.render.attack;

import io.chancery.render.Messages;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads the files of the corpus: one case a line, and what a keyboard has not in double brackets. */
final class Corpus {

    private static final Pattern REPEATED = Pattern.compile("⟦([^⟦⟧]*?) ×(\\d+)⟧");
    private static final Pattern CHARACTER = Pattern.compile("⟦U\\+([0-9A-F]{1,6})⟧");
    private static final int SHOWN = 60;

    private Corpus() {}

    /**
     * @param name file and number
     */
    record Line(String name, String text) {}

    /** Blank lines and those that begin with {@code ##} are for readers. */
    static Stream<Line> lines(String file) {
        var lines = Messages.text(Messages.resource("/io/chancery/render/attack/" + file))
                .lines()
                .toList();
        return IntStream.range(0, lines.size())
                .mapToObj(i -> new Line(file + ":" + (i + 1), lines.get(i)))
                .filter(line -> !line.text().isBlank() && !line.text().startsWith("##"));
    }

    /** {@code all}, {@code none}, or names joined by a plus. */
    static Set<String> channels(String names) {
        return switch (names) {
            case "all" -> Set.of("print", "email", "sms");
            case "none" -> Set.of();
            default -> Arrays.stream(names.split("\\+")).collect(Collectors.toSet());
        };
    }

    /** With all that stands in brackets: addresses outside, characters, repetitions. */
    static String written(String source, Outside outside) {
        var named = source.replace("⟦host⟧", outside.host())
                .replace("⟦file⟧", outside.file("secret.css").toString())
                .replace("⟦font⟧", "<style>{|html { font-family: Liberation Sans }|}</style>")
                .replace("⟦nl⟧", "\n");
        return repeated(CHARACTER
                .matcher(named)
                .replaceAll(
                        match -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(match.group(1), 16)))));
    }

    private static String repeated(String text) {
        var once = REPEATED.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(match.group(1).repeat(Integer.parseInt(match.group(2)))));
        return once.equals(text) ? text : repeated(once);
    }

    static String shortened(String source) {
        return source.length() > SHOWN ? source.substring(0, SHOWN) + "…" : source;
    }
}
