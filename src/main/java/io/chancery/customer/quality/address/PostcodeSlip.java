package io.chancery.customer.quality.address;

import io.chancery.customer.quality.place.PostcodeTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The one slip that makes a written postcode of another one.
 *
 * @param cost in tenths of a wrong digit; the smaller, the likelier
 */
record PostcodeSlip(int cost, Reason reason) {

    private static final PostcodeSlip LOST_ZERO = new PostcodeSlip(4, Reason.LEADING_ZERO_LOST);
    private static final PostcodeSlip SWAPPED = new PostcodeSlip(6, Reason.SWAPPED_DIGITS);
    private static final PostcodeSlip SWAPPED_APART = new PostcodeSlip(14, Reason.SWAPPED_DIGITS);
    private static final PostcodeSlip LAST_MISSING = new PostcodeSlip(8, Reason.MISSING_DIGIT);
    private static final PostcodeSlip MISSING = new PostcodeSlip(10, Reason.MISSING_DIGIT);
    private static final PostcodeSlip SURPLUS = new PostcodeSlip(9, Reason.SURPLUS_DIGIT);
    private static final PostcodeSlip WRONG = new PostcodeSlip(10, Reason.WRONG_DIGIT);
    private static final PostcodeSlip TWO_WRONG = new PostcodeSlip(20, Reason.WRONG_DIGIT);

    /** Null if more than a slip lies between them, or none. */
    static @Nullable PostcodeSlip between(String written, String right) {
        int difference = right.length() - written.length();
        return switch (difference) {
            case 0 -> sameLength(written, right);
            case 1 -> missing(written, right);
            case -1 -> lacksOne(right, written) ? SURPLUS : null;
            default -> null;
        };
    }

    private static @Nullable PostcodeSlip sameLength(String written, String right) {
        var wrong = IntStream.range(0, written.length())
                .filter(i -> written.charAt(i) != right.charAt(i))
                .toArray();
        return switch (wrong.length) {
            case 1 -> WRONG;
            case 2 -> twoWrong(written, right, wrong[0], wrong[1]);
            default -> null;
        };
    }

    private static PostcodeSlip twoWrong(String written, String right, int first, int last) {
        boolean swapped = written.charAt(first) == right.charAt(last) && written.charAt(last) == right.charAt(first);
        if (!swapped) {
            return TWO_WRONG;
        }
        return last == first + 1 ? SWAPPED : SWAPPED_APART;
    }

    private static @Nullable PostcodeSlip missing(String written, String right) {
        if (right.charAt(0) == '0' && right.endsWith(written)) {
            return LOST_ZERO;
        }
        if (right.startsWith(written)) {
            return LAST_MISSING;
        }
        return lacksOne(written, right) ? MISSING : null;
    }

    private static boolean lacksOne(String shorter, String longer) {
        int at = 0;
        while (at < shorter.length() && shorter.charAt(at) == longer.charAt(at)) {
            at++;
        }
        return shorter.substring(at).equals(longer.substring(at + 1));
    }

    /** All postcodes of a table that one slip leads to, without those that need two. */
    static List<Integer> neighbours(String written, PostcodeTable table) {
        Set<String> texts = new LinkedHashSet<>();
        if (written.length() == table.digits()) {
            addReplaced(written, texts);
            addSwapped(written, texts);
        } else if (written.length() == table.digits() - 1) {
            addInserted(written, texts);
        } else if (written.length() == table.digits() + 1) {
            addShortened(written, texts);
        }
        texts.remove(written);
        var known = new ArrayList<Integer>();
        for (var text : texts) {
            int postcode = Integer.parseInt(text);
            if (table.knows(postcode)) {
                known.add(postcode);
            }
        }
        return known;
    }

    private static void addSwapped(String written, Set<String> texts) {
        for (int i = 0; i + 1 < written.length(); i++) {
            texts.add(written.substring(0, i) + written.charAt(i + 1) + written.charAt(i) + written.substring(i + 2));
        }
    }

    private static void addReplaced(String written, Set<String> texts) {
        for (int i = 0; i < written.length(); i++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                texts.add(written.substring(0, i) + digit + written.substring(i + 1));
            }
        }
    }

    private static void addInserted(String written, Set<String> texts) {
        for (int i = 0; i <= written.length(); i++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                texts.add(written.substring(0, i) + digit + written.substring(i));
            }
        }
    }

    private static void addShortened(String written, Set<String> texts) {
        for (int i = 0; i < written.length(); i++) {
            texts.add(written.substring(0, i) + written.substring(i + 1));
        }
    }
}
