package io.chancery.customer.search;

import io.chancery.customer.survivorship.Spelling;
import io.chancery.vocabulary.Attribute;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One number for one place, however its street is written; and whether two customers there are one household. */
public final class PlaceKey {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private PlaceKey() {}

    /** Null if the address is not complete. */
    public static @Nullable Long of(Map<Attribute, String> golden) {
        var street = golden.get(Attribute.STREET);
        var postcode = golden.get(Attribute.POSTCODE);
        var country = golden.get(Attribute.COUNTRY);
        return street == null || postcode == null || country == null
                ? null
                : hash(country + "|" + postcode + "|" + Spelling.streetKey(street));
    }

    /** FNV-1a, 64 bits. */
    private static long hash(String text) {
        long hash = OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return hash;
    }

    /** Whether two family names have one in common; «Müller-Lang» lives with «Mueller». */
    public static boolean isOneFamily(String one, String other) {
        var names = Arrays.asList(Spelling.key(one).split(" "));
        return Arrays.stream(Spelling.key(other).split(" "))
                .anyMatch(name -> name.length() > 2 && names.contains(name));
    }
}
