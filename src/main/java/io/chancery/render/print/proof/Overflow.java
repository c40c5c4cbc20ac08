package io.chancery.render.print.proof;

import com.openhtmltopdf.layout.Layer;
import com.openhtmltopdf.layout.LayoutContext;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.render.BlockBox;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.InlineLayoutBox;
import com.openhtmltopdf.render.InlineText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds words that run over the right edge of their page's content, where the layout engine cuts them off in silence. */
public final class Overflow {

    private static final float MILLIMETRES_PER_POINT = 25.4f / 72;
    private static final int MOST = 10;
    private static final int SHOWN = 40;

    private final BlockBox root;
    private final LayoutContext lengths;
    private final float millimetre;
    private final List<String> problems = new ArrayList<>();

    /** Of a document that is laid out. */
    public Overflow(BlockBox root, SharedContext context, float dotsPerPoint) {
        this.root = root;
        this.lengths = context.newLayoutContextInstance();
        this.millimetre = dotsPerPoint / MILLIMETRES_PER_POINT;
    }

    /** At most ten, from the top. */
    public List<String> problems() {
        search(root.getLayer());
        return problems;
    }

    private void search(Layer layer) {
        search(layer.getMaster());
        layer.getChildren().forEach(this::search);
    }

    private void search(Box box) {
        if (problems.size() >= MOST) {
            return;
        }
        if (box instanceof InlineLayoutBox inline) {
            for (var part : inline.getInlineChildren()) {
                if (part instanceof InlineText text) {
                    check(text, inline);
                } else if (part instanceof Box inner) {
                    search(inner);
                }
            }
        }
        for (var child : box.getChildren()) {
            search(child);
        }
    }

    private void check(InlineText text, InlineLayoutBox inline) {
        int right = inline.getAbsX() + text.getX() + text.getWidth();
        var page = root.getLayer().getPage(lengths, inline.getAbsY());
        float over = (right - page.getContentWidth(lengths)) / millimetre;
        var words = text.getSubstring().strip();
        if (over > 1 && !words.isEmpty()) {
            var shown = words.length() > SHOWN ? words.substring(0, SHOWN) + "…" : words;
            problems.add(String.format(
                    Locale.ROOT,
                    "«%s» runs %.0f mm over the right edge and is cut off: give its element a width and word-wrap:"
                            + " break-word",
                    shown,
                    over));
        }
    }
}
