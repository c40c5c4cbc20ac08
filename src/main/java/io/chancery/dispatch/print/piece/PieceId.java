package io.chancery.dispatch.print.piece;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is printed on each sheet of a piece, such as {@code 17-000342-K}: the number of the print run, the piece's number in
 * it, and a check character by ISO 7064 MOD 37,36, which notices every single wrong character and every swap of neighbours.
 */
public record PieceId(String text) implements Comparable<PieceId> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})-(\\d{6})-([0-9A-Z])");
    private static final int MOST_PIECES = 999_999;
    private static final int MODULUS = 36;

    /** Reads an id as a person or a printer wrote it: blanks around it and lower case are fine. */
    public PieceId {
        text = text.strip().toUpperCase(Locale.ROOT);
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not a piece id: run, number and check character");
        }
        if (checkCharacter(parts.group(1) + parts.group(2)) != parts.group(3).charAt(0)) {
            throw new IllegalArgumentException("Not a piece id: the check character is wrong");
        }
    }

    /** @param sequence from 1 */
    public static PieceId of(int run, int sequence) {
        if (run < 1 || sequence < 1 || sequence > MOST_PIECES) {
            throw new IllegalArgumentException("No piece %d in print run %d".formatted(sequence, run));
        }
        var number = "%06d".formatted(sequence);
        return new PieceId("%d-%s-%c".formatted(run, number, checkCharacter(run + number)));
    }

    /** The check character of digits and capital letters by ISO 7064 MOD 37,36. */
    static char checkCharacter(String characters) {
        int product = MODULUS;
        for (int i = 0; i < characters.length(); i++) {
            int sum = (product + Character.digit(characters.charAt(i), MODULUS)) % MODULUS;
            product = (sum == 0 ? MODULUS : sum) * 2 % (MODULUS + 1);
        }
        int check = (MODULUS + 1 - product) % MODULUS;
        return Character.toUpperCase(Character.forDigit(check, MODULUS));
    }

    public int run() {
        return Integer.parseInt(text.substring(0, text.indexOf('-')));
    }

    public int sequence() {
        return Integer.parseInt(text.substring(text.indexOf('-') + 1, text.lastIndexOf('-')));
    }

    @Override
    public int compareTo(PieceId other) {
        int byRun = Integer.compare(run(), other.run());
        return byRun == 0 ? Integer.compare(sequence(), other.sequence()) : byRun;
    }

    @Override
    public String toString() {
        return text;
    }
}
