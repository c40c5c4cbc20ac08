package io.chancery.message.archive.query;

import io.chancery.platform.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the terms of a query as it is typed: {@code key:value}, {@code key:"a value with blanks"}, a minus before what is
 * to be left out, and words without a key that stand in the text. Inside of quotes a backslash keeps the next character.
 */
final class QueryText {

    static final int LONGEST = 1000;
    private static final int MOST_TERMS = 30;

    private final String text;
    private final List<QueryTerm> terms = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private int at;

    private QueryText(String text) {
        this.text = text;
    }

    /** @throws InvalidSearchException with every fault, and the place of each */
    static List<QueryTerm> read(String text) {
        if (text.length() > LONGEST) {
            throw InvalidSearchException.of("q", "is longer than " + LONGEST + " characters");
        }
        var query = new QueryText(text);
        query.read();
        if (!query.faults.isEmpty()) {
            throw new InvalidSearchException(query.faults);
        }
        return query.terms;
    }

    private void read() {
        skipBlanks();
        while (at < text.length()) {
            if (terms.size() == MOST_TERMS) {
                fault(at, "there are more than " + MOST_TERMS + " terms");
                return;
            }
            readTerm();
            skipBlanks();
        }
    }

    private void skipBlanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private void readTerm() {
        int start = at;
        boolean excluded = text.charAt(at) == '-' && at + 1 < text.length() && !isBlank(text.charAt(at + 1));
        if (excluded) {
            at++;
        }
        var key = readKey();
        int place = at;
        boolean quoted = at < text.length() && text.charAt(at) == '"';
        var value = quoted ? readQuoted() : Optional.of(readBare());
        if (key.isPresent() && value.isPresent()) {
            add(start, place, new QueryTerm(key.get(), value.get(), quoted, excluded));
        }
    }

    /** The key before a colon; for words without one, that of texts; empty for one that nobody knows. */
    private Optional<QueryKey> readKey() {
        int end = at;
        while (end < text.length() && isOfKey(text.charAt(end))) {
            end++;
        }
        if (end == at || end == text.length() || text.charAt(end) != ':') {
            return Optional.of(QueryKey.TEXT);
        }
        var code = text.substring(at, end);
        var key = QueryKey.of(code);
        if (key.isEmpty()) {
            fault(at, "this is no key; put it into quotes to search for it as a text. Known keys: " + QueryKey.known());
        }
        at = end + 1;
        return key;
    }

    private static boolean isOfKey(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
    }

    private Optional<String> readQuoted() {
        int start = at++;
        var value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            value.append(text.charAt(at++));
        }
        if (at == text.length()) {
            fault(start, "this quote has no end");
            return Optional.empty();
        }
        at++;
        return Optional.of(value.toString());
    }

    private String readBare() {
        int start = at;
        while (at < text.length() && !isBlank(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private void add(int start, int place, QueryTerm typed) {
        var key = typed.key();
        if (typed.excluded() && !key.canExclude()) {
            fault(start, key.code() + " cannot be excluded");
        }
        try {
            terms.add(new QueryTerm(key, key.read(typed.value()), typed.quoted(), typed.excluded()));
        } catch (IllegalArgumentException e) {
            fault(place, key.code() + " " + e.getMessage());
        }
    }

    /** Places are counted in characters, from 1. */
    private void fault(int place, String detail) {
        faults.add(new Fault("/q", "at character " + (text.codePointCount(0, place) + 1) + ": " + detail));
    }
}
