package io.chancery.platform;

/**
 * A text that a regular expression can look at only so often: patterns and texts come from outside, and together they could
 * otherwise stop a thread for hours by backtracking. For one search.
 */
public final class MeteredText implements CharSequence {

    private static final int STEPS_PER_CHARACTER = 1_000;
    private static final int LEAST_STEPS = 10_000;

    private final String text;
    private long left;

    public MeteredText(String text) {
        this.text = text;
        this.left = Math.max(LEAST_STEPS, (long) text.length() * STEPS_PER_CHARACTER);
    }

    /** The matcher has looked at characters more often than it may. */
    public static final class BudgetSpentException extends RuntimeException {
        BudgetSpentException() {
            super(null, null, false, false);
        }
    }

    /** @throws BudgetSpentException if it was asked too often */
    @Override
    public char charAt(int index) {
        if (left-- <= 0) {
            throw new BudgetSpentException();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
