package io.chancery.template.schema;

import com.networknt.schema.regex.RegularExpression;
import java.util.regex.Pattern;

/**
 * A pattern of a schema that cannot be made to run for hours: templates come from authors and data from outside, and
 * together they could otherwise stop an intake thread by backtracking.
 */
final class BudgetedPattern implements RegularExpression {

    private static final int STEPS_PER_CHARACTER = 1_000;
    private static final int LEAST_STEPS = 10_000;

    private final Pattern pattern;

    private BudgetedPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    static BudgetedPattern of(String regex) {
        return new BudgetedPattern(Pattern.compile(withStrictEnd(regex)));
    }

    /** In JSON Schema (ECMA-262) «$» is the very end; in Java a line feed may follow it. */
    private static String withStrictEnd(String regex) {
        var strict = new StringBuilder();
        boolean inClass = false;
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (c == '\\' && i + 1 < regex.length()) {
                strict.append(c).append(regex.charAt(++i));
                continue;
            }
            inClass = c == '[' || inClass && c != ']';
            strict.append(c == '$' && !inClass ? "\\z" : c);
        }
        return strict.toString();
    }

    /** Whether it is found in the value; a value that uses up the budget does not match. */
    @Override
    public boolean matches(String value) {
        try {
            return pattern.matcher(new Metered(value)).find();
        } catch (BudgetSpent e) {
            return false;
        }
    }

    private static final class BudgetSpent extends RuntimeException {
        BudgetSpent() {
            super(null, null, false, false);
        }
    }

    /** Counts how often the matcher looks at a character. */
    private static final class Metered implements CharSequence {

        private final String value;
        private long left;

        Metered(String value) {
            this.value = value;
            this.left = Math.max(LEAST_STEPS, (long) value.length() * STEPS_PER_CHARACTER);
        }

        @Override
        public char charAt(int index) {
            if (left-- <= 0) {
                throw new BudgetSpent();
            }
            return value.charAt(index);
        }

        @Override
        public int length() {
            return value.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return value.subSequence(start, end);
        }

        @Override
        public String toString() {
            return value;
        }
    }
}
