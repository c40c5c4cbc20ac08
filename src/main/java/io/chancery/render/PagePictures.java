package io.chancery.render;

import io.chancery.render.letter.LetterForm;
import io.chancery.render.print.difference.LetterPictures;
import io.chancery.vocabulary.Rendition;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** A letter as it will come out of the printer, and what its paper has to leave free. */
@ApplicationScoped
public class PagePictures {

    private static final String FORM = "form";

    /** What printers cannot reach, in millimetres. */
    private static final float EDGE = 4;

    private static final float HOLES = 14;

    /**
     * A page.
     *
     * @param png white paper with what is printed on it
     * @param width of the paper in millimetres
     * @param height of the paper in millimetres
     */
    public record Sheet(byte[] png, float width, float height) {}

    /**
     * A place on a page, in millimetres from its upper left corner.
     *
     * @param kind {@code window}: what shows in the envelope; {@code edge}: where no printer prints; {@code holes}: where it is
     *     punched; {@code fold}: where it is folded
     */
    public record Zone(String kind, float left, float top, float width, float height) {}

    /**
     * The first pages of a letter.
     *
     * @param most how many
     */
    public List<Sheet> of(Rendition.Document letter, int most) {
        return LetterPictures.of(letter.content(), most).stream()
                .map(picture -> new Sheet(picture.png(), picture.width(), picture.height()))
                .toList();
    }

    /** Where the first page of a letter shows in the window, and what every page leaves free. */
    public List<Zone> zones(Rendition.Document letter, float width, float height) {
        var code = letter.envelope().getOrDefault(FORM, "");
        var zones = new ArrayList<Zone>();
        zones.add(new Zone("edge", 0, 0, width, EDGE));
        zones.add(new Zone("edge", 0, height - EDGE, width, EDGE));
        zones.add(new Zone("edge", 0, 0, EDGE, height));
        zones.add(new Zone("edge", width - EDGE, 0, EDGE, height));
        zones.add(new Zone("holes", 0, height / 2 - HOLES * 4, HOLES, HOLES * 8));
        LetterForm.find(code).ifPresent(form -> addForm(form, width, zones));
        return List.copyOf(zones);
    }

    private static void addForm(LetterForm form, float width, List<Zone> zones) {
        var window = form.window();
        zones.add(new Zone(
                "window", window.left(), window.top(), window.right() - window.left(), window.bottom() - window.top()));
        form.folds().forEach(fold -> zones.add(new Zone("fold", 0, fold, width, 0)));
    }
}
