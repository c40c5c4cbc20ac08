package io.chancery.customer.survivorship;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What an e-mail address tells by itself: whether it can exist, and whether it is one person's. */
final class Mailbox {

    private static final double CANNOT_EXIST = 1e-6;
    private static final double NOBODYS_OWN = 1e-3;

    /** Countries by ISO 3166, and the two-letter domains that are none. */
    private static final Set<String> TWO_LETTERS = new HashSet<>(Arrays.asList(Locale.getISOCountries()));

    private static final Set<String> OTHER_TWO_LETTERS = Set.of("EU", "UK", "AC", "SU");
    private static final Pattern SLIPPED = Pattern.compile("[a-z](?:com|net|org|info)|cmo|ocm|con");
    private static final Pattern SHARED =
            Pattern.compile("(?:info|kontakt|contact|office|mail|post|service|vertrieb|buchhaltung|empfang)@.*");

    private Mailbox() {}

    /** Without what is only a note of its owner: «ida+shop@example.org» is «ida@example.org». */
    static String key(String address) {
        int at = address.indexOf('@');
        int plus = address.indexOf('+');
        var key = plus > 0 && plus < at ? address.substring(0, plus) + address.substring(at) : address;
        return key.toLowerCase(Locale.ROOT);
    }

    /** How far the address is believed, 0 to 1: typing errors in the top-level domain and office mailboxes hardly. */
    static double credence(String address) {
        var domain = address.substring(address.lastIndexOf('.') + 1);
        boolean unknown = domain.length() == 2
                && !TWO_LETTERS.contains(domain.toUpperCase(Locale.ROOT))
                && !OTHER_TWO_LETTERS.contains(domain.toUpperCase(Locale.ROOT));
        if (unknown || SLIPPED.matcher(domain).matches()) {
            return CANNOT_EXIST;
        }
        return SHARED.matcher(address).matches() ? NOBODYS_OWN : 1;
    }
}
