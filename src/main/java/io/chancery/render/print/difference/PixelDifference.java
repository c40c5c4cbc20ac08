package io.chancery.render.print.difference;

import io.chancery.render.difference.PageDifference.Area;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/** Which pixels of two pictures of one size differ. */
final class PixelDifference {

    /** Of 255; less than that nobody sees. */
    private static final int TOLERANCE = 8;

    static final double MILLIMETRES_A_POINT = 25.4 / 72;
    private static final int RED = 0xE00000;

    private final PagePicture after;
    private final boolean[] different;
    private int count;
    private int left = Integer.MAX_VALUE;
    private int top = Integer.MAX_VALUE;
    private int right = -1;
    private int bottom = -1;

    PixelDifference(PagePicture before, PagePicture after) {
        this.after = after;
        var old = before.pixels();
        var now = after.pixels();
        this.different = new boolean[now.length];
        for (int i = 0; i < now.length; i++) {
            if (old[i] != now[i] && differ(old[i], now[i])) {
                add(i);
            }
        }
    }

    private static boolean differ(int one, int other) {
        return Math.abs((one >> 16 & 0xFF) - (other >> 16 & 0xFF)) > TOLERANCE
                || Math.abs((one >> 8 & 0xFF) - (other >> 8 & 0xFF)) > TOLERANCE
                || Math.abs((one & 0xFF) - (other & 0xFF)) > TOLERANCE;
    }

    private void add(int index) {
        different[index] = true;
        count++;
        int x = index % after.width();
        int y = index / after.width();
        left = Math.min(left, x);
        right = Math.max(right, x);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y);
    }

    boolean any() {
        return count > 0;
    }

    double share() {
        return (double) count / different.length;
    }

    /** Around all of them; null if there are none. */
    @Nullable
    Area area() {
        return any()
                ? new Area(
                        millimetres(left),
                        millimetres(top),
                        millimetres(right + 1 - left),
                        millimetres(bottom + 1 - top))
                : null;
    }

    private int millimetres(int pixels) {
        return (int) Math.round(pixels / after.scale() * MILLIMETRES_A_POINT);
    }

    /** The new page in pale, with the different pixels in red. */
    byte[] png() {
        var picture = new BufferedImage(after.width(), after.height(), BufferedImage.TYPE_INT_RGB);
        var pixels = after.pixels();
        for (int i = 0; i < pixels.length; i++) {
            picture.setRGB(i % after.width(), i / after.width(), different[i] ? RED : pale(pixels[i]));
        }
        return PagePicture.png(picture);
    }

    private static int pale(int pixel) {
        int red = 191 + (pixel >> 16 & 0xFF) / 4;
        int green = 191 + (pixel >> 8 & 0xFF) / 4;
        int blue = 191 + (pixel & 0xFF) / 4;
        return red << 16 | green << 8 | blue;
    }
}
