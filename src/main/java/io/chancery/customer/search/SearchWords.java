package io.chancery.customer.search;

import io.chancery.customer.survivorship.Spelling;
import io.chancery.vocabulary.Attribute;
import io.chancery.vocabulary.Ucid;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words by whose beginnings a customer is found. */
public final class SearchWords {

    private static final List<String> COUNTRY_CODES = List.of("423", "49", "43", "41");

    private SearchWords() {}

    /** The words in the form of a PostgreSQL tsvector. */
    public static String of(Ucid ucid, Map<Attribute, String> golden) {
        var words = new LinkedHashSet<String>();
        words.add(plain(ucid.text()));
        addNames(words, golden.get(Attribute.GIVEN_NAME));
        addNames(words, golden.get(Attribute.FAMILY_NAME));
        addNames(words, golden.get(Attribute.CITY));
        addNames(words, golden.get(Attribute.POSTCODE));
        addNumbers(words, golden.get(Attribute.MOBILE));
        addNumbers(words, golden.get(Attribute.PHONE));
        var email = golden.get(Attribute.EMAIL);
        if (email != null) {
            words.add(email.toLowerCase(Locale.ROOT));
        }
        var vector = new StringBuilder();
        words.forEach(word -> vector.append(quoted(word)).append(' '));
        return vector.toString();
    }

    private static void addNames(Set<String> words, @Nullable String text) {
        if (text != null) {
            Arrays.stream(Spelling.key(text).split(" "))
                    .filter(word -> !word.isEmpty())
                    .forEach(words::add);
        }
    }

    /** As it is dialled from abroad and from home, without leading zeros. */
    private static void addNumbers(Set<String> words, @Nullable String e164) {
        if (e164 != null) {
            var digits = e164.substring(1);
            words.add(digits);
            COUNTRY_CODES.stream()
                    .filter(digits::startsWith)
                    .findFirst()
                    .ifPresent(code -> words.add(digits.substring(code.length())));
        }
    }

    static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace("-", "");
    }

    static String quoted(String word) {
        return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
