package io.chancery.render.print.proof;

import com.openhtmltopdf.css.style.CalculatedStyle;
import com.openhtmltopdf.layout.Layer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.render.BlockBox;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.InlineLayoutBox;
import com.openhtmltopdf.render.InlineText;
import com.openhtmltopdf.render.LineBox;
import io.chancery.render.RenderException;
import io.chancery.render.letter.LetterForm;
import java.util.Locale;

/**
 * Makes sure, on the laid-out page and glyph by glyph, that what a layout marks with {@code data-window} shows whole in the
 * window of the envelope. What does not fit is a problem now, and not at the printer's.
 */
public final class AddressWindow {

    private static final String MARK = "data-window";
    private static final String NOTES = "notes";
    private static final float MILLIMETRES_PER_POINT = 25.4f / 72;

    private final LetterForm form;
    private final float millimetre;
    private final float left;
    private final float top;
    private String what = "";

    private AddressWindow(BlockBox root, SharedContext context, float dotsPerPoint, LetterForm form) {
        var first = root.getLayer().getPages().get(0);
        var lengths = context.newLayoutContextInstance();
        this.form = form;
        this.millimetre = dotsPerPoint / MILLIMETRES_PER_POINT;
        this.left = first.getMarginBorderPadding(lengths, CalculatedStyle.LEFT);
        this.top = first.getMarginBorderPadding(lengths, CalculatedStyle.TOP);
    }

    /** @throws RenderException if a line of the address stands out of the window */
    public static void check(BlockBox root, SharedContext context, float dotsPerPoint, LetterForm form) {
        new AddressWindow(root, context, dotsPerPoint, form).search(root.getLayer());
    }

    /** What is positioned stands in a layer of its own and not among the children of its parent. */
    private void search(Layer layer) {
        search(layer.getMaster());
        layer.getChildren().forEach(this::search);
    }

    private void search(Box box) {
        var element = box.getElement();
        if (element != null && element.hasAttribute(MARK)) {
            what = element.getAttribute(MARK).equals(NOTES) ? "What stands above the address" : "The address";
            check(box);
        } else {
            for (var child : box.getChildren()) {
                search(child);
            }
        }
    }

    private void check(Box box) {
        if (box instanceof LineBox line) {
            checkVertically(line);
        }
        if (box instanceof InlineLayoutBox inline) {
            for (var part : inline.getInlineChildren()) {
                if (part instanceof InlineText text && !text.getSubstring().isBlank()) {
                    checkHorizontally(inline.getAbsX() + text.getX(), text.getWidth());
                } else if (part instanceof Box inner) {
                    check(inner);
                }
            }
        }
        box.getChildren().forEach(this::check);
    }

    private void checkVertically(LineBox line) {
        float above = form.window().top() - (top + line.getAbsY()) / millimetre;
        float below = (top + line.getAbsY() + line.getHeight()) / millimetre
                - form.window().bottom();
        refuse(Math.max(above, below), "high: it has too many lines, or lines that are too long and break");
    }

    private void checkHorizontally(int x, int width) {
        float before = form.window().left() - (left + x) / millimetre;
        float behind = (left + x + width) / millimetre - form.window().right();
        refuse(Math.max(before, behind), "wide: a line is too long");
    }

    private void refuse(float millimetres, String why) {
        if (millimetres > 0) {
            throw new RenderException(String.format(
                    Locale.ROOT,
                    "%s does not fit the window of the envelope (%s); it is %.1f mm too %s",
                    what,
                    form.code(),
                    millimetres,
                    why));
        }
    }
}
