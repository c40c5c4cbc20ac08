package io.chancery.render.print.difference;

import io.chancery.render.difference.Change;
import io.chancery.render.difference.FileComparison;
import io.chancery.render.difference.LetterComparison;
import io.chancery.render.difference.LetterDifference;
import io.chancery.render.difference.PageBudget;
import io.chancery.render.difference.PageDifference;
import io.chancery.render.difference.PageDifference.Pictures;
import io.chancery.render.difference.text.LineDiff;
import io.chancery.render.difference.text.Masks;
import io.chancery.render.print.difference.PagePicture.Paper;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/** Compares letters page by page. A letter that also goes with the mail is looked at once. For one thread. */
public final class Letters implements LetterComparison {

    private final Masks masks;
    private final PageBudget budget;
    private final boolean pictures;
    private @Nullable Compared last;

    /** @param pictures whether pages that differ are shown */
    public Letters(Masks masks, PageBudget budget, boolean pictures) {
        this.masks = masks;
        this.budget = budget;
        this.pictures = pictures;
    }

    private record Compared(byte[] old, byte[] now, LetterDifference difference) {

        boolean isOf(byte[] one, byte[] other) {
            return Arrays.equals(old, one) && Arrays.equals(now, other);
        }
    }

    @Override
    public LetterDifference compare(byte[] old, byte[] now) {
        if (last == null || !last.isOf(old, now)) {
            last = new Compared(old, now, look(old, now));
        }
        return last.difference();
    }

    private LetterDifference look(byte[] old, byte[] now) {
        try (var before = new PrintedLetter(old);
                var after = new PrintedLetter(now)) {
            int most = Math.max(before.pages(), after.pages());
            budget.take(most);
            var pages = new ArrayList<PageDifference>();
            for (int page = 1; page <= most; page++) {
                page(before, after, page).ifPresent(pages::add);
            }
            var files = new FileComparison(masks, this).compare(before.files(), after.files());
            return new LetterDifference(before.pages(), after.pages(), List.copyOf(pages), files);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Optional<PageDifference> page(PrintedLetter before, PrintedLetter after, int page) throws IOException {
        return before.has(page) && after.has(page)
                ? both(before, after, page)
                : Optional.of(before.has(page) ? gone(before, page) : added(after, page));
    }

    private PageDifference gone(PrintedLetter letter, int page) throws IOException {
        var shown = pictures ? new Pictures(picture(letter, page), null, null) : null;
        var lines = LineDiff.between(text(letter, page), "");
        return new PageDifference(page, Change.ONLY_IN_OLD, 1, null, lines, shown);
    }

    private PageDifference added(PrintedLetter letter, int page) throws IOException {
        var shown = pictures ? new Pictures(null, picture(letter, page), null) : null;
        var lines = LineDiff.between("", text(letter, page));
        return new PageDifference(page, Change.ONLY_IN_NEW, 1, null, lines, shown);
    }

    private String text(PrintedLetter letter, int page) throws IOException {
        return masks.masked(PageText.of(letter.document(), page).text());
    }

    private static byte[] picture(PrintedLetter letter, int page) throws IOException {
        var sheet = letter.document().getPage(page - 1);
        return PagePicture.of(letter.document(), page, Paper.of(sheet, sheet)).png();
    }

    private Optional<PageDifference> both(PrintedLetter before, PrintedLetter after, int page) throws IOException {
        var oldText = PageText.of(before.document(), page);
        var newText = PageText.of(after.document(), page);
        var oldSheet = before.document().getPage(page - 1);
        var newSheet = after.document().getPage(page - 1);
        var lines = new ArrayList<>(LineDiff.between(size(oldSheet), size(newSheet)));
        lines.addAll(LineDiff.between(masks.masked(oldText.text()), masks.masked(newText.text())));
        var paper = Paper.of(oldSheet, newSheet);
        var old = PagePicture.of(before.document(), page, paper);
        var now = PagePicture.of(after.document(), page, paper);
        cover(old, now, masked(oldText), masked(newText));
        var pixels = new PixelDifference(old, now);
        if (!pixels.any() && lines.isEmpty()) {
            return Optional.empty();
        }
        var shown = pictures ? new Pictures(old.png(), now.png(), pixels.png()) : null;
        return Optional.of(new PageDifference(page, Change.CHANGED, pixels.share(), pixels.area(), lines, shown));
    }

    /** A word can stay where it is on paper of another size. */
    private static String size(PDPage sheet) {
        var box = sheet.getCropBox();
        return "%.0f × %.0f mm"
                .formatted(
                        box.getWidth() * PixelDifference.MILLIMETRES_A_POINT,
                        box.getHeight() * PixelDifference.MILLIMETRES_A_POINT);
    }

    private List<Rectangle2D> masked(PageText page) {
        return page.places(masks.find(page.text()));
    }

    /** On either page the places of both, so that a shorter date does not show. */
    private static void cover(
            PagePicture old, PagePicture now, List<Rectangle2D> oldPlaces, List<Rectangle2D> newPlaces) {
        for (var picture : List.of(old, now)) {
            picture.cover(oldPlaces, old);
            picture.cover(newPlaces, now);
        }
    }
}
