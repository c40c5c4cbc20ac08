package io.chancery.customer.matching;

import static io.chancery.customer.matching.compare.Trait.BIRTH_DATE;
import static io.chancery.customer.matching.compare.Trait.CITY;
import static io.chancery.customer.matching.compare.Trait.EMAIL;
import static io.chancery.customer.matching.compare.Trait.FAMILY;
import static io.chancery.customer.matching.compare.Trait.GIVEN;
import static io.chancery.customer.matching.compare.Trait.HOUSE_NUMBER;
import static io.chancery.customer.matching.compare.Trait.IDENTIFIERS;
import static io.chancery.customer.matching.compare.Trait.LANDLINE;
import static io.chancery.customer.matching.compare.Trait.MOBILE;
import static io.chancery.customer.matching.compare.Trait.ORGANISATION;
import static io.chancery.customer.matching.compare.Trait.POSTCODE;
import static io.chancery.customer.matching.compare.Trait.STREET;

import io.chancery.customer.matching.compare.Comparison;
import io.chancery.customer.matching.compare.Profile;
import io.chancery.customer.matching.count.Hash;
import io.chancery.customer.matching.spelling.FamilyNames;
import io.chancery.customer.matching.spelling.GivenNames;
import io.chancery.customer.matching.spelling.Sounds;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Which records are worth comparing: those that share a key. Each key survives another mistake: one the wrong given name, one the
 * move, one the marriage. A key that very many share costs much and finds nothing that a rarer key would not find.
 */
public final class MatchKeys {

    /** A key that more records share says nothing and is ignored. */
    public static final int MOST_RECORDS = 50;

    private static final int MOST_KEYS = 13;
    private static final int MOST_IDENTIFIERS = 2;

    private MatchKeys() {}

    /** Distinct and sorted; at most thirteen. */
    public static long[] of(Traits traits) {
        var profile = traits.profile();
        var keys = Stream.concat(contacts(profile), names(profile)).filter(key -> !key.isEmpty());
        return keys.limit(MOST_KEYS)
                .mapToLong(key -> Hash.of(0, key))
                .sorted()
                .distinct()
                .toArray();
    }

    /**
     * The key that exactly the records with equal traits share. When it is generic, comparing each of them with the least one
     * is enough: they are alike in everything, so what is near to one is near to all.
     */
    public static long identity(Traits traits) {
        return Hash.of(1, traits.text());
    }

    /** These come first, because they find most. */
    private static Stream<String> contacts(Profile profile) {
        var identifiers = Arrays.stream(profile.get(IDENTIFIERS).split(",")).filter(pair -> !pair.isEmpty());
        var email = profile.get(EMAIL);
        var mailbox = Comparison.mailbox(email);
        return Stream.concat(
                identifiers.limit(MOST_IDENTIFIERS).map(pair -> key("i", pair)),
                Stream.of(
                        key("e", mailbox),
                        key("m", mailboxSound(mailbox), email.substring(mailbox.length())),
                        key("p", suffix(profile.get(MOBILE), 8)),
                        key("p", suffix(profile.get(LANDLINE), 8)),
                        key("o", profile.get(ORGANISATION))));
    }

    /** Whether a word is the given name or the family name does not matter, because both are written into the wrong field. */
    private static Stream<String> names(Profile profile) {
        var family = FamilyNames.core(profile.get(profile.has(FAMILY) ? FAMILY : ORGANISATION))
                .split(" ")[0];
        var given = GivenNames.head(profile.get(GIVEN).split(" ")[0]);
        var familySound = word(family);
        var givenSound = word(given);
        var postcode = profile.get(POSTCODE);
        var city = Sounds.of(profile.get(CITY));
        var born = profile.get(BIRTH_DATE);
        var door = profile.has(STREET) ? prefix(profile.get(STREET), 5) + profile.get(HOUSE_NUMBER) : "";
        return Stream.of(
                key("n", inOrder(givenSound, familySound)),
                key("b", born, prefix(family, 1)),
                key("b", born, prefix(given, 1)),
                key("z", familySound, postcode),
                key("z", givenSound, postcode),
                key("d", door, familySound),
                key("y", born, prefix(profile.get(STREET), 5)),
                key("c", familySound, city),
                key("c", givenSound, city),
                key("a", prefix(profile.get(STREET), 8), profile.get(HOUSE_NUMBER)));
    }

    /** The same after a slip of the hand, if it is long enough to say anything. */
    private static String mailboxSound(String mailbox) {
        var sound = Sounds.of(mailbox);
        return sound.length() < 3 ? "" : sound;
    }

    /** One letter is no word. */
    private static String word(String name) {
        return name.length() < 2 ? "" : Sounds.of(name);
    }

    private static String suffix(String text, int length) {
        return text.substring(Math.max(0, text.length() - length));
    }

    /** The same for a name whose parts were swapped. */
    private static String inOrder(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return "";
        }
        return one.compareTo(other) <= 0 ? one + "," + other : other + "," + one;
    }

    private static String prefix(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }

    /** Empty if a part is. */
    private static String key(String kind, String... parts) {
        return Stream.of(parts).anyMatch(String::isEmpty) ? "" : kind + "|" + String.join("|", parts);
    }
}
