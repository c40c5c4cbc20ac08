package io.chancery.customer.matching.compare;

import io.chancery.customer.matching.count.Hash;
import io.chancery.customer.matching.count.LongTable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringTokenizer;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How much it says that two records have the same value: little for «Müller», much for a name that one person bears. Values are
 * kept as hashes, so that no model holds personal data.
 */
public final class Terms {

    /** How many records of a large store stand behind the shipped rarities. */
    private static final double SHIPPED = 300;

    /** So many more than its equals has a date or mailbox that somebody typed because he had to type something. */
    private static final int GENERIC = 12;

    private static final int ATTRIBUTES = Attribute.values().length;

    /**
     * What was counted about the values of one attribute.
     *
     * @param records that have a value
     * @param rest how often a value occurs that is not in the table
     * @param strangers how many others have the same value by chance, at least
     */
    public record Count(double records, double rest, double strangers) {}

    /**
     * What is written down.
     *
     * @param perCustomer how many records a customer has, as a record sees it
     * @param counts by attribute
     * @param frequent by attribute: hash in base 36, blank, how many records, and so on
     */
    public record Form(double perCustomer, SortedMap<Attribute, Count> counts, SortedMap<Attribute, String> frequent) {}

    private final Form form;
    private final Map<Attribute, Count> counts;
    private final double perCustomer;
    private final LongTable frequent = new LongTable();
    private final float[] restBits = new float[ATTRIBUTES];

    /** Bits by hash; 0 for what has the bits of the rest. */
    private final LongTable bits = new LongTable();

    private Terms(Form form) {
        this.form = form;
        this.counts = new EnumMap<>(Attribute.class);
        this.counts.putAll(form.counts());
        this.perCustomer = form.perCustomer();
        for (var attribute : Attribute.values()) {
            var count = counts.getOrDefault(attribute, new Count(0, 1, 0));
            restBits[attribute.ordinal()] = (float) bits(attribute, count, count.rest());
            addFrequent(attribute, count, form.frequent().getOrDefault(attribute, ""));
        }
    }

    private void addFrequent(Attribute attribute, Count count, String text) {
        var words = new StringTokenizer(text);
        while (words.hasMoreTokens()) {
            long key = Long.parseLong(words.nextToken(), Character.MAX_RADIX);
            float records = Integer.parseInt(words.nextToken());
            bits.add(key, (float) bits(attribute, count, records));
            frequent.add(key, records);
        }
    }

    /** What is known before anything was counted. */
    public static Terms none(double perCustomer) {
        return of(new Form(perCustomer, new TreeMap<>(), new TreeMap<>()));
    }

    public static Terms of(Form form) {
        return new Terms(form);
    }

    public Form form() {
        return form;
    }

    /** The written form of counted values. */
    public static String text(LongTable.Entry[] entries) {
        return Arrays.stream(entries)
                .map(entry -> Long.toString(entry.key(), Character.MAX_RADIX) + " " + (int) entry.value())
                .collect(Collectors.joining(" "));
    }

    private double bits(Attribute attribute, Count count, double occurs) {
        double others = Math.max(occurs - perCustomer, count.strangers());
        double share = (others + SHIPPED * attribute.rarity()) / (count.records() + SHIPPED);
        return -Math.log(Math.min(1, share)) / Math.log(2);
    }

    public static long hash(Attribute attribute, String term) {
        return Hash.of(attribute.ordinal() + 100, term);
    }

    /** How unlikely it is that a stranger has this value, in bits. */
    public float bits(Attribute attribute, String term) {
        float known = bits.get(hash(attribute, term));
        return known == 0 ? restBits[attribute.ordinal()] : known;
    }

    /** The bits of an attribute's values that are not frequent. */
    public float restBits(int attribute) {
        return restBits[attribute];
    }

    /** Whether so many have this value that it is certainly no slip of the hand. */
    public boolean isFrequent(Attribute attribute, String term) {
        var count = counts.get(attribute);
        return count != null
                && frequent.get(hash(attribute, term)) > Math.max(4 * perCustomer, count.records() * .0004);
    }

    /** Whether the value stands for none, such as the first of January 1970. */
    public boolean isGeneric(Attribute attribute, String term) {
        var count = counts.get(attribute);
        if (count == null) {
            return false;
        }
        double usual = attribute == Attribute.BIRTH_DATE ? count.records() / 20_000 : 1;
        return frequent.get(hash(attribute, term)) > GENERIC * Math.max(usual, Math.max(1, perCustomer / 3));
    }
}
