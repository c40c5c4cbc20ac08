package io.chancery.dispatch.print.window;

import java.util.Arrays;
import java.util.Optional;

/** What shows of a letter's first page, in millimetres from the left and the top of the sheet. */
public enum EnvelopeWindow {
    DIN_5008_A("din-5008-a", 20, 27, 105, 72),
    DIN_5008_B("din-5008-b", 20, 45, 105, 90),
    SWISS_LEFT("swiss-left", 20, 35.5, 120, 80.5),
    SWISS_RIGHT("swiss-right", 112, 45, 202, 90);

    private final String form;
    private final Box box;

    EnvelopeWindow(String form, double left, double top, double right, double bottom) {
        this.form = form;
        this.box = new Box(left, top, right, bottom);
    }

    /** By what a rendition's envelope calls the form of the letter. */
    public static Optional<EnvelopeWindow> of(String form) {
        return Arrays.stream(values())
                .filter(window -> window.form.equals(form))
                .findFirst();
    }

    /** Its edges. */
    Box box() {
        return box;
    }
}
