package io.chancery.customer.search;

import io.chancery.customer.survivorship.Spelling;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people type to find a customer, as a query for beginnings of {@link SearchWords}. */
public final class SearchQuery {

    /** More words than a name has only slow the search down. */
    private static final int MAX_WORDS = 6;

    private static final Pattern NUMBER = Pattern.compile("\\+?[\\d\\s()/.-]*\\d[\\d\\s()/.-]*");
    private static final Pattern UCID =
            Pattern.compile("[2-9a-hj-km-np-z]{3}-?[2-9a-hj-km-np-z]{1,3}-?[2-9a-hj-km-np-z]{0,3}");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[-.,/&'’\"()]+");

    private SearchQuery() {}

    /**
     * The query in the form of a PostgreSQL tsquery: every word must be the beginning of one of the customer's.
     *
     * @return empty if nothing was typed that could be looked for
     */
    public static Optional<String> parse(String typed) {
        var text = typed.strip().toLowerCase(Locale.ROOT);
        if (NUMBER.matcher(text).matches()) {
            return Optional.of(number(text.replaceAll("\\D", "")));
        }
        var query = Arrays.stream(text.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MAX_WORDS)
                .map(SearchQuery::word)
                .filter(alternatives -> !alternatives.isEmpty())
                .collect(Collectors.joining(" & "));
        return query.isEmpty() ? Optional.empty() : Optional.of(query);
    }

    /** A postcode may begin with zeros; a telephone number is kept without those by which it is dialled. */
    private static String number(String digits) {
        var dialled = digits.replaceFirst("^0+(?=\\d)", "");
        return anyOf(Stream.of(beginning(digits), beginning(dialled)));
    }

    /** The beginning of an e-mail address as it stands, of a UCID without hyphens, or words in a row. */
    private static String word(String word) {
        var names = Arrays.stream(BETWEEN_WORDS.split(word))
                .map(SearchQuery::key)
                .filter(key -> !key.isEmpty())
                .map(SearchQuery::beginning)
                .collect(Collectors.joining(" & "));
        var asItStands = word.contains("@") || word.contains(".") ? beginning(word) : "";
        var ucid = UCID.matcher(word).matches() ? beginning(SearchWords.plain(word)) : "";
        return word.contains("@") ? asItStands : anyOf(Stream.of(names, asItStands, ucid));
    }

    /** Signs that no word has stay, so that nothing is found by them. */
    private static String key(String part) {
        return part.chars().allMatch(Character::isLetterOrDigit) ? Spelling.key(part) : part;
    }

    private static String beginning(String word) {
        return SearchWords.quoted(word) + ":*";
    }

    private static String anyOf(Stream<String> alternatives) {
        var all = alternatives.filter(one -> !one.isEmpty()).collect(Collectors.toCollection(LinkedHashSet::new));
        return all.isEmpty() ? "" : all.stream().collect(Collectors.joining(" | ", "(", ")"));
    }
}
