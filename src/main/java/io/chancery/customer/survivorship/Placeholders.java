package io.chancery.customer.survivorship;

import io.chancery.vocabulary.Attribute;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Values that are typed in because a field must not be empty. They never win, whoever says them. */
final class Placeholders {

    private static final Pattern EMAIL = Pattern.compile(
            "(?:no-?reply|test|tester|dummy|none|no|kein|keine|nomail|noemail|na|xxx*|asdf|unknown|unbekannt)\\d*@.*"
                    + "|[^@]*@(?:test|none|keine|dummy|unknown|invalid)\\.[a-z]+");
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d*?(\\d)\\1{5,}|\\+?\\d*(?:0?123456789?|987654321)0?");
    private static final Pattern NAME = Pattern.compile(
            "[?.*x_-]+|test\\w*|unbekannt|unknown|n/?a|nn|n\\. ?n\\.|kunde|customer|dummy|max mustermann|mustermann");
    private static final Set<String> DATES = Set.of("1900-01-01", "1901-01-01", "1970-01-01", "1111-11-11");

    private Placeholders() {}

    static boolean is(Attribute attribute, String value) {
        return switch (attribute) {
            case EMAIL -> EMAIL.matcher(value.toLowerCase(Locale.ROOT)).matches();
            case MOBILE, PHONE -> NUMBER.matcher(value).matches();
            case BIRTH_DATE -> DATES.contains(value);
            case GIVEN_NAME, FAMILY_NAME ->
                NAME.matcher(value.toLowerCase(Locale.ROOT)).matches();
            case POSTCODE -> value.chars().allMatch(c -> c == '0');
            default -> false;
        };
    }
}
