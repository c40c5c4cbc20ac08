package io.chancery.render.print.type;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;

/**
 * Says where a line may break: where the library would, and also inside of words that are longer than any language has,
 * such as one without blanks by mistake. The library would set them on one line and cut that off at the edge of the paper.
 */
public final class LongWords implements FSTextBreaker {

    /** Characters of the longest word that is left alone. */
    private static final int LONGEST = 60;

    /** How far apart a longer one may break. */
    private static final int STEP = 10;

    private final FSTextBreaker words;
    private String text = "";
    private int at;
    private int end;

    /**
     * @param words the library's breaks
     */
    public LongWords(FSTextBreaker words) {
        this.words = words;
    }

    @Override
    public void setText(String newText) {
        words.setText(newText);
        text = newText;
        at = 0;
        end = 0;
    }

    @Override
    public int next() {
        if (at >= end) {
            int next = words.next();
            if (next == BreakIterator.DONE || next - at <= LONGEST) {
                at = next;
                end = next;
                return next;
            }
            end = next;
        }
        at = step();
        return at;
    }

    /** Not between a letter and its marks, nor between the halves of a character. */
    private int step() {
        int next = at + STEP;
        while (next < end && continues(text.charAt(next))) {
            next++;
        }
        return Math.min(next, end);
    }

    private static boolean continues(char character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.FORMAT -> true;
            default -> Character.isLowSurrogate(character);
        };
    }
}
