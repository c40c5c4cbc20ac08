package io.chancery.render.email.stencil;

import java.util.List;

/** The places in a stencil where words go: characters of the private use area, which no stencil has otherwise. */
public final class Gap {

    private static final char FIRST = '\uE000';
    private static final char LAST = '\uF8FF';

    private Gap() {}

    /** How the gap of this number is written, counted from 0. */
    public static String mark(int number) {
        return String.valueOf((char) (FIRST + number));
    }

    /** Whether it is one of so many gaps. */
    public static boolean isOneOf(int gaps, char c) {
        return c >= FIRST && c - FIRST < gaps;
    }

    /** Of a gap, counted from 0. */
    public static int number(char gap) {
        return gap - FIRST;
    }

    /** A text with the words in its gaps. */
    public static String filled(String text, List<String> words) {
        var filled = new StringBuilder(text.length());
        int taken = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isOneOf(words.size(), c)) {
                filled.append(text, taken, i).append(words.get(number(c)));
                taken = i + 1;
            }
        }
        filled.append(text, taken, text.length());
        return filled.toString();
    }

    public static boolean isIn(String text) {
        return text.chars().anyMatch(c -> c >= FIRST && c <= LAST);
    }
}
