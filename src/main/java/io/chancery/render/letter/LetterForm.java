package io.chancery.render.letter;

import io.chancery.template.Brand;
import io.chancery.vocabulary.Recipient;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the address stands on a letter, so that it shows in the envelope's window. */
public enum LetterForm {
    /** DIN 5008 form A, with the low letterhead: address field 85 × 45 mm at x 20, y 27 mm. */
    DIN_5008_A("din-5008-a", new Window(20, 27, 105, 72)),
    /** DIN 5008 form B, with the high letterhead: address field 85 × 45 mm at x 20, y 45 mm. */
    DIN_5008_B("din-5008-b", new Window(20, 45, 105, 90)),
    /** Switzerland, window left: 100 × 45 mm at x 20, y 35.5 mm. */
    SWISS_LEFT("swiss-left", new Window(20, 35.5f, 120, 80.5f)),
    /** Switzerland and Liechtenstein, window right: 90 × 45 mm at y 45 mm, 8 mm from the right edge. */
    SWISS_RIGHT("swiss-right", new Window(112, 45, 202, 90));

    /** Where the envelopes of a country are of another kind, if the brand does not say. */
    private static final Map<String, LetterForm> USUAL = Map.of("CH", SWISS_RIGHT, "LI", SWISS_RIGHT);

    private static final String OTHERWISE = "default";

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

    /** The form that the brand has for where the letter goes. */
    public static LetterForm of(Brand brand, Recipient recipient) {
        var address = recipient.address();
        var country = address == null ? OTHERWISE : address.country();
        return brand.findText("letter", "forms", country)
                .or(() -> brand.findText("letter", "forms", OTHERWISE))
                .map(LetterForm::of)
                .orElseGet(() -> USUAL.getOrDefault(country, DIN_5008_B));
    }

    private static LetterForm of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("No letter form " + code));
    }

    /** The form that is called so. */
    public static Optional<LetterForm> find(String code) {
        return Arrays.stream(values()).filter(form -> form.code.equals(code)).findFirst();
    }

    /** Where the sheet is folded, in millimetres from the top: to three equal parts, the first as high as the window needs. */
    public List<Float> folds() {
        return this == DIN_5008_A ? List.of(87f, 192f) : List.of(105f, 210f);
    }

    /** What layouts and envelopes call it. */
    public String code() {
        return code;
    }
}
