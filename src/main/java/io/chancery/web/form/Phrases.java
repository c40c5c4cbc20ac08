package io.chancery.web.form;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Sentences with names and numbers in them that are said in English, and how they are said in German. */
public final class Phrases {

    private final List<Rule> rules;

    private Phrases(List<Rule> rules) {
        this.rules = rules;
    }

    /** A sentence, or the part of one behind the name of a file, with what stands in its place. */
    public record Rule(Pattern english, String german) {}

    /** @param german with {@code $1} and so on for the groups of the pattern */
    public static Rule rule(String english, String german) {
        return new Rule(Pattern.compile(english), german);
    }

    public static Phrases of(Rule... rules) {
        return new Phrases(Arrays.asList(rules));
    }

    /** The sentence in German; empty if none of these is like it. */
    public Optional<String> german(String sentence) {
        return rules.stream()
                .filter(rule -> rule.english().matcher(sentence).find())
                .map(rule -> rule.english().matcher(sentence).replaceFirst(rule.german()))
                .findFirst();
    }
}
