package io.chancery.render.print.difference;

import io.chancery.render.print.difference.PagePicture.Paper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Shows the pages of a letter, finely enough to be read on a screen. */
public final class LetterPictures {

    /** A pixel on a screen is a 96th of an inch and a point a 72nd, and most screens have a few more. */
    private static final double PIXELS_A_POINT = 1.4;

    private LetterPictures() {}

    /**
     * @param width of the paper in millimetres
     * @param height of the paper in millimetres
     */
    public record Picture(byte[] png, float width, float height) {}

    /** The first pages, {@code most} of them. */
    public static List<Picture> of(byte[] pdf, int most) {
        try (var letter = new PrintedLetter(pdf)) {
            var pictures = new ArrayList<Picture>();
            for (int page = 1; page <= Math.min(most, letter.pages()); page++) {
                pictures.add(picture(letter, page));
            }
            return pictures;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Picture picture(PrintedLetter letter, int page) throws IOException {
        var box = letter.document().getPage(page - 1).getCropBox();
        var paper = new Paper(box.getWidth(), box.getHeight(), PIXELS_A_POINT);
        var png = PagePicture.of(letter.document(), page, paper).png();
        return new Picture(png, millimetres(box.getWidth()), millimetres(box.getHeight()));
    }

    private static float millimetres(float points) {
        return (float) (points * PixelDifference.MILLIMETRES_A_POINT);
    }
}
