package io.chancery.customer.matching;

import io.chancery.customer.mapping.MappedRecord;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What of a record counts in matching, normalised. Two records with equal traits are alike in every respect. */
public final class Traits {

    static final int GIVEN = 0;
    static final int FAMILY = 1;
    static final int BIRTH_DATE = 2;
    static final int STREET = 3;
    static final int POSTCODE = 4;
    static final int CITY = 5;
    static final int EMAIL = 6;
    static final int MOBILE = 7;
    static final int PHONE = 8;
    private static final int SIZE = 9;

    private final String[] values;

    private Traits(String[] values) {
        this.values = values;
    }

    public static Traits of(MappedRecord record) {
        var values = new String[SIZE];
        values[GIVEN] = fold(record.name().given());
        values[FAMILY] = fold(record.name().family());
        values[BIRTH_DATE] =
                record.birthDate() == null ? "" : record.birthDate().toString();
        values[STREET] = fold(record.place().street());
        values[POSTCODE] = fold(record.place().postcode());
        values[CITY] = fold(record.place().city());
        values[EMAIL] = Objects.requireNonNullElse(record.reach().email(), "").replace('|', '!');
        values[MOBILE] = Objects.requireNonNullElse(record.reach().mobile(), "");
        values[PHONE] = Objects.requireNonNullElse(record.reach().phone(), "");
        return new Traits(values);
    }

    /** One line that {@link #parse} reads; equal traits have equal texts. */
    public String text() {
        return String.join("|", values);
    }

    public static Traits parse(String text) {
        var values = new String[SIZE];
        int from = 0;
        for (int i = 0; i < SIZE; i++) {
            int end = text.indexOf('|', from);
            values[i] = text.substring(from, end < 0 ? text.length() : end);
            from = end + 1;
        }
        return new Traits(values);
    }

    String get(int trait) {
        return values[trait];
    }

    private static String fold(@Nullable String text) {
        if (text == null) {
            return "";
        }
        var plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT).replace("ß", "ss"), Normalizer.Form.NFD);
        return plain.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Traits that && text().equals(that.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return "Traits";
    }
}
