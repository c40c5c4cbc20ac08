package io.chancery.web.review;

import io.chancery.message.Previews;
import io.chancery.message.Previews.Look;
import io.chancery.message.Previews.Preview.Shown;
import io.chancery.render.Comparisons.Compared;
import io.chancery.render.Comparisons.OnChannel;
import io.chancery.render.Comparisons.Page;
import io.chancery.render.Comparisons.Remark;
import io.chancery.render.Comparisons.Size;
import io.chancery.render.PagePictures;
import io.chancery.template.Specimen;
import io.chancery.vocabulary.Rendition;
import io.chancery.web.author.Forms;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Shows a version that there is nothing to compare with: all of it is new. */
@ApplicationScoped
class FirstSight {

    private static final String NEW = "only-in-new";
    private static final int MOST_PAGES = 8;

    private final Previews previews;
    private final PagePictures pictures;

    FirstSight(Previews previews, PagePictures pictures) {
        this.previews = previews;
        this.pictures = pictures;
    }

    /** One fixture on every channel that carries it. */
    Compared of(Specimen version, String fixture) {
        var preview = previews.preview(version, Forms.body("fixture", fixture), Look.WHOLE);
        var channels = new ArrayList<OnChannel>();
        preview.channels().forEach((channel, shown) -> channels.add(onChannel(channel, shown)));
        return new Compared(fixture, null, null, NEW, false, channels);
    }

    private OnChannel onChannel(String channel, Shown shown) {
        if (shown.rendition() instanceof Rendition.Document letter) {
            return new OnChannel(channel, NEW, Size.NONE, List.of(), pages(letter));
        }
        if (shown.rendition() instanceof Rendition.Text text) {
            var lines =
                    new String(text.content(), StandardCharsets.UTF_8).lines().toList();
            return new OnChannel(channel, NEW, Size.NONE, List.of(new Remark("", lines)), List.of());
        }
        return new OnChannel(channel, NEW, Size.NONE, List.of(), List.of());
    }

    private List<Page> pages(Rendition.Document letter) {
        var pages = new ArrayList<Page>();
        for (var sheet : pictures.of(letter, MOST_PAGES)) {
            pages.add(new Page(pages.size() + 1, null, sheet.png(), null));
        }
        return pages;
    }
}
