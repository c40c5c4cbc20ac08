package io.chancery.customer.quality;

import io.chancery.customer.quality.plausibility.Placeholders;
import io.chancery.customer.quality.plausibility.Plausibility;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** E-mail addresses as they can be sent to: lower case, the domain in ASCII. */
public final class EmailAddresses {

    /** RFC 5321 §4.5.3.1. */
    public static final int MAX_LENGTH = 254;

    private static final int MAX_LOCAL_LENGTH = 64;
    private static final Pattern LOCAL =
            Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})");

    private static final Pattern NAMED = Pattern.compile("[^<>]*<\\s*([^<>\\s]+)\\s*>");

    private EmailAddresses() {}

    /** What stands between angle brackets after a name, as in the header of a mail; any other text as it is. */
    public static String withoutName(String text) {
        var named = NAMED.matcher(text);
        return named.matches() ? named.group(1) : text;
    }

    /** The address in its one form, or empty when no mail server could take it, or it only fills the field. */
    public static Optional<String> normalise(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1 || at > MAX_LOCAL_LENGTH || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        var local = text.substring(0, at).toLowerCase(Locale.ROOT);
        var domain = asciiDomain(text.substring(at + 1));
        boolean usable = LOCAL.matcher(local).matches()
                && DOMAIN.matcher(domain).matches()
                && local.length() + 1 + domain.length() <= MAX_LENGTH;
        return usable && Placeholders.email(local + "@" + domain) != Plausibility.PLACEHOLDER
                ? Optional.of(local + "@" + domain)
                : Optional.empty();
    }

    private static String asciiDomain(String domain) {
        try {
            return IDN.toASCII(domain).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
