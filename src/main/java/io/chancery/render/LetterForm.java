package io.chancery.render;

import io.chancery.vocabulary.Recipient;
import java.util.Set;

/** Where the address stands on a letter, so that it shows in the envelope's window. */
public enum LetterForm {
    /** DIN 5008 form B, window left: address field 85 × 45 mm at x 20, y 45 mm. */
    DIN_5008_B("din-5008-b", new Window(20, 45, 105, 90)),
    /** Switzerland and Liechtenstein, window right: 90 × 45 mm at y 45 mm, 8 mm from the right edge. */
    SWISS_RIGHT("swiss-right", new Window(112, 45, 202, 90));

    private static final Set<String> WINDOW_RIGHT = Set.of("CH", "LI");

    /** Edges of the window, in millimetres from the left and the top of the sheet. */
    public record Window(float left, float top, float right, float bottom) {}

    private final String code;
    private final Window window;

    LetterForm(String code, Window window) {
        this.code = code;
        this.window = window;
    }

    public Window window() {
        return window;
    }

    /** The form in use where the letter goes. */
    public static LetterForm of(Recipient recipient) {
        var address = recipient.address();
        return address != null && WINDOW_RIGHT.contains(address.country()) ? SWISS_RIGHT : DIN_5008_B;
    }

    /** What layouts and envelopes call it. */
    public String code() {
        return code;
    }
}
