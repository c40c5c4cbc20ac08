package io.chancery.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.util.Locale;

/**
 * The unique customer id, made to be read out on the telephone: nine characters in groups of three, such as
 * {@code 4KT-9QX-RM7}. The alphabet has 31 characters, without the look-alikes 0, O, 1, I and L. The last character is
 * a check character: the sum of value × position, modulo the prime 31, so every single wrong character and every swap
 * of two characters is noticed.
 */
public record Ucid(@JsonValue String text) {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int BASE = ALPHABET.length();
    private static final int PAYLOAD = 8;
    private static final BigInteger SPACE = BigInteger.valueOf(BASE).pow(PAYLOAD);
    /** No multiple of 31, so multiplying by it modulo 31^8 visits every id once, and neighbours do not look alike. */
    private static final BigInteger SCATTER = BigInteger.valueOf(500_009_999_983L);

    /** Reads an id as a person typed it: lower case, blanks and missing hyphens are fine. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Ucid {
        var plain = text.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        if (plain.length() != PAYLOAD + 1 || !plain.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
            throw new IllegalArgumentException("Not a UCID: nine letters and digits, without 0, O, 1, I, L");
        }
        if (checkCharacter(plain) != plain.charAt(PAYLOAD)) {
            throw new IllegalArgumentException("Not a UCID: the check character is wrong");
        }
        text = plain.substring(0, 3) + "-" + plain.substring(3, 6) + "-" + plain.substring(6);
    }

    /**
     * The id of the n-th customer. Different numbers give different ids.
     *
     * @param number 0 to 31^8 − 1
     */
    public static Ucid ofNumber(long number) {
        if (number < 0 || BigInteger.valueOf(number).compareTo(SPACE) >= 0) {
            throw new IllegalArgumentException("No UCID for number " + number);
        }
        var rest = BigInteger.valueOf(number).multiply(SCATTER).mod(SPACE).longValue();
        var payload = new StringBuilder();
        for (int i = 0; i < PAYLOAD; i++) {
            payload.append(ALPHABET.charAt((int) (rest % BASE)));
            rest /= BASE;
        }
        return new Ucid(payload.toString() + checkCharacter(payload));
    }

    private static char checkCharacter(CharSequence payload) {
        int sum = 0;
        for (int i = 0; i < PAYLOAD; i++) {
            sum += ALPHABET.indexOf(payload.charAt(i)) * (i + 1);
        }
        return ALPHABET.charAt(sum % BASE);
    }

    @Override
    public String toString() {
        return text;
    }
}
