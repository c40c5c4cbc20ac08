package io.chancery.render.compare;

import io.chancery.render.difference.Difference;
import io.chancery.render.difference.FileComparison;
import io.chancery.render.difference.LetterDifference;
import io.chancery.render.difference.MailDifference;
import io.chancery.render.difference.PageBudget;
import io.chancery.render.difference.ScreenDifference;
import io.chancery.render.difference.TextDifference;
import io.chancery.render.difference.text.Masks;
import io.chancery.render.print.difference.Letters;
import io.chancery.vocabulary.Rendition;
import java.util.Arrays;

/** Compares renditions by their form, whatever the channel. For one comparison. */
final class Renditions {

    private static final String PAGES = "pages";

    private final Masks masks;
    private final Letters letters;
    private final FileComparison files;

    Renditions(ComparisonOrder order) {
        this.masks = order.masks();
        this.letters = new Letters(masks, new PageBudget(order.mostPages()), order.pictures());
        this.files = new FileComparison(masks, letters);
    }

    Difference compare(Rendition old, Rendition now) {
        if (old instanceof Rendition.Document before && now instanceof Rendition.Document after) {
            return letters(before, after);
        }
        if (old instanceof Rendition.Mail before && now instanceof Rendition.Mail after) {
            return MailDifference.between(before, after, masks, files);
        }
        return texts(old, now);
    }

    private Difference texts(Rendition old, Rendition now) {
        if (old instanceof Rendition.Text before && now instanceof Rendition.Text after) {
            return TextDifference.between(before, after, masks);
        }
        if (old instanceof Rendition.Page before && now instanceof Rendition.Page after) {
            return ScreenDifference.between(before, after, masks);
        }
        throw new IllegalArgumentException("A channel has one form of rendition");
    }

    /** The same request gives the same bytes, so most letters need not be looked at. */
    private LetterDifference letters(Rendition.Document old, Rendition.Document now) {
        return Arrays.equals(old.content(), now.content())
                ? LetterDifference.none(Integer.parseInt(now.envelope().getOrDefault(PAGES, "0")))
                : letters.compare(old.content(), now.content());
    }
}
