package io.chancery.customer.matching;

import java.util.stream.LongStream;

/** Which records are worth comparing: those that share a key. */
public final class MatchKeys {

    /** A key that more records share says nothing and is ignored. */
    public static final int MOST_RECORDS = 50;

    private MatchKeys() {}

    /** Distinct and sorted; at most twelve. */
    public static long[] of(Traits traits) {
        return LongStream.of(
                        key("name+city", traits, Traits.GIVEN, Traits.FAMILY, Traits.CITY),
                        key("name+postcode", traits, Traits.FAMILY, Traits.POSTCODE),
                        key("name+birth", traits, Traits.FAMILY, Traits.BIRTH_DATE),
                        key("given+birth", traits, Traits.GIVEN, Traits.BIRTH_DATE),
                        key("email", traits, Traits.EMAIL),
                        key("phone", traits, Traits.MOBILE),
                        key("phone", traits, Traits.PHONE))
                .filter(key -> key != 0)
                .sorted()
                .distinct()
                .toArray();
    }

    /**
     * The key that exactly the records with equal traits share. When it is generic, comparing each of them with the least one
     * is enough: they are alike in everything, so what is near to one is near to all.
     */
    public static long identity(Traits traits) {
        return hash(traits.text());
    }

    private static long key(String kind, Traits traits, int... parts) {
        var text = new StringBuilder(kind);
        for (int part : parts) {
            if (traits.get(part).isEmpty()) {
                return 0;
            }
            text.append('|').append(traits.get(part));
        }
        return hash(text.toString());
    }

    /** FNV-1a with a final mix: the same on every machine. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
        return hash ^ (hash >>> 32);
    }
}
