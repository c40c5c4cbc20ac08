package io.chancery.customer.quality.plausibility;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Domains of mail providers: mistyped ones, and those of mailboxes that live for an hour. */
public final class EmailDomains {

    /** The most common of our customers, in the order in which a slip is most likely to mean them. */
    private static final List<String> COMMON = List.of(
            "gmail.com",
            "gmx.de",
            "web.de",
            "gmx.net",
            "t-online.de",
            "gmx.at",
            "gmx.ch",
            "yahoo.de",
            "yahoo.com",
            "hotmail.com",
            "outlook.com",
            "outlook.de",
            "icloud.com",
            "freenet.de",
            "hotmail.de",
            "googlemail.com",
            "aol.com",
            "arcor.de",
            "bluewin.ch",
            "aon.at",
            "posteo.de",
            "mailbox.org",
            "live.de",
            "live.com",
            "me.com",
            "protonmail.com",
            "proton.me",
            "chello.at",
            "a1.net",
            "sunrise.ch",
            "hispeed.ch",
            "vodafone.de",
            "1und1.de",
            "online.de",
            "kabelmail.de",
            "mail.de",
            "email.de",
            "mac.com",
            "msn.com",
            "yahoo.at",
            "yahoo.fr",
            "yahoo.it",
            "gmx.com",
            "gmx.eu",
            "gmx.li",
            "adon.li",
            "ymail.com",
            "hotmail.ch",
            "hotmail.fr",
            "hotmail.it",
            "orange.fr",
            "free.fr",
            "libero.it",
            "mail.com",
            "mail.ru",
            "aol.de",
            "web.com",
            "gmx.info",
            "live.at",
            "live.ch",
            "outlook.at",
            "outlook.ch",
            "yahoo.ch",
            "icloud.de",
            "utanet.at",
            "inode.at");

    /** Slips that are other, real domains as well, but never meant; and what two slips made. */
    private static final Map<String, String> KNOWN_SLIPS = Map.ofEntries(
            Map.entry("gmail.de", "gmail.com"),
            Map.entry("gmail.at", "gmail.com"),
            Map.entry("gmail.ch", "gmail.com"),
            Map.entry("gmail.con", "gmail.com"),
            Map.entry("gmail.co", "gmail.com"),
            Map.entry("gmail.cm", "gmail.com"),
            Map.entry("googlemail.de", "googlemail.com"),
            Map.entry("web.dee", "web.de"),
            Map.entry("wed.de", "web.de"),
            Map.entry("webb.de", "web.de"),
            Map.entry("gnx.de", "gmx.de"),
            Map.entry("gmx.dee", "gmx.de"),
            Map.entry("gmx.d", "gmx.de"),
            Map.entry("tonline.de", "t-online.de"),
            Map.entry("t-online.com", "t-online.de"),
            Map.entry("t.online.de", "t-online.de"),
            Map.entry("hotmail.con", "hotmail.com"),
            Map.entry("icloud.con", "icloud.com"));

    private static final Set<String> DISPOSABLE = Set.of(
            "10minutemail.com",
            "10minutemail.net",
            "byom.de",
            "cock.li",
            "discard.email",
            "discardmail.com",
            "discardmail.de",
            "dispostable.com",
            "einrot.com",
            "emailondeck.com",
            "fakeinbox.com",
            "getairmail.com",
            "getnada.com",
            "grr.la",
            "guerrillamail.com",
            "guerrillamail.de",
            "guerrillamail.net",
            "guerrillamail.org",
            "inboxkitten.com",
            "kurzepost.de",
            "mailcatch.com",
            "maildrop.cc",
            "mailinator.com",
            "mailinator.net",
            "mailnesia.com",
            "mailnull.com",
            "mintemail.com",
            "moakt.com",
            "mohmal.com",
            "mytemp.email",
            "objectmail.com",
            "sharklasers.com",
            "spambog.com",
            "spambog.de",
            "spamgourmet.com",
            "spamfree24.org",
            "temp-mail.org",
            "tempmail.com",
            "tempmail.de",
            "tempr.email",
            "throwawaymail.com",
            "trash-mail.com",
            "trash-mail.de",
            "trashmail.com",
            "trashmail.de",
            "trashmail.net",
            "wegwerfemail.de",
            "wegwerfmail.de",
            "wegwerfmail.net",
            "wegwerfmail.org",
            "yopmail.com",
            "yopmail.fr",
            "yopmail.net",
            "zehnminutenmail.de",
            "muellmail.com",
            "muell.email");

    private static final Set<String> COUNTRIES = Arrays.stream(Locale.getISOCountries())
            .map(country -> country.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    /** Shorter names are one slip away from too many. */
    private static final int SHORTEST = 6;

    private EmailDomains() {}

    /** The address at the provider that was meant; empty if the domain may be right. */
    public static Optional<String> proposal(String address) {
        int at = address.lastIndexOf('@');
        var domain = address.substring(at + 1);
        if (at < 1 || COMMON.contains(domain)) {
            return Optional.empty();
        }
        var known = KNOWN_SLIPS.get(domain);
        return (known == null ? similar(domain) : Optional.of(known))
                .map(meant -> address.substring(0, at + 1) + meant);
    }

    private static Optional<String> similar(String domain) {
        return domain.length() < SHORTEST
                ? Optional.empty()
                : COMMON.stream()
                        .filter(common -> common.length() >= SHORTEST && isOneSlip(domain, common))
                        .filter(common -> !isOtherCountry(domain, common))
                        .findFirst();
    }

    /** «hotmail.be» is Belgium's, not a slip of «hotmail.de». */
    private static boolean isOtherCountry(String written, String meant) {
        var end = end(written);
        return !end.equals(end(meant)) && COUNTRIES.contains(end);
    }

    private static String end(String domain) {
        return domain.substring(domain.lastIndexOf('.') + 1);
    }

    /** One letter too many, too few, wrong or swapped with its neighbour; the first letter is seldom wrong. */
    private static boolean isOneSlip(String written, String meant) {
        int difference = written.length() - meant.length();
        int same = 0;
        int shorter = Math.min(written.length(), meant.length());
        while (same < shorter && written.charAt(same) == meant.charAt(same)) {
            same++;
        }
        var rest = written.substring(same);
        var its = meant.substring(same);
        return switch (difference) {
            case 0 -> isReplaced(rest, its) || isSwapped(rest, its);
            case 1 -> rest.substring(1).equals(its);
            case -1 -> its.substring(1).equals(rest);
            default -> false;
        };
    }

    private static boolean isReplaced(String rest, String its) {
        return rest.substring(1).equals(its.substring(1));
    }

    private static boolean isSwapped(String rest, String its) {
        return rest.length() > 1
                && rest.charAt(0) == its.charAt(1)
                && rest.charAt(1) == its.charAt(0)
                && rest.substring(2).equals(its.substring(2));
    }

    /** Whether the mailbox is one of those that nobody keeps. */
    public static boolean isDisposable(String address) {
        return DISPOSABLE.contains(address.substring(address.lastIndexOf('@') + 1));
    }
}
