package io.chancery.vocabulary.words;

import io.chancery.vocabulary.Rendition;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where something went, in the one form in which it is kept and looked for: a mail address in lower case, a number in
 * E.164, of a letter the postcode and the line above it.
 */
public final class RecipientKey {

    private static final Pattern NUMBER = Pattern.compile("(?:\\+|00)[\\d\\s()/.-]{5,40}");

    private RecipientKey() {}

    /** Of what was sent; empty if its envelope names nobody. */
    public static Optional<String> of(Rendition rendition) {
        var envelope = rendition.envelope();
        var to = envelope.getOrDefault("to", "");
        var postcode = envelope.getOrDefault("postcode", "");
        int end = to.indexOf(", " + postcode + " ");
        var typed = postcode.isEmpty() || end < 0 ? to : postcode + " " + to.substring(0, end);
        return Optional.of(of(typed)).filter(key -> !key.isEmpty());
    }

    /** As a person typed it; empty if nothing can be meant. */
    public static String of(String typed) {
        var text = typed.strip();
        if (text.indexOf('@') >= 0) {
            return text.toLowerCase(Locale.ROOT);
        }
        if (NUMBER.matcher(text).matches()) {
            return "+" + text.replaceFirst("^00", "").replaceAll("\\D", "");
        }
        return Words.of(text).stream().map(RecipientKey::street).collect(Collectors.joining(" "));
    }

    private static String street(String word) {
        return word.endsWith("strasse") ? word.substring(0, word.length() - "asse".length()) : word;
    }
}
