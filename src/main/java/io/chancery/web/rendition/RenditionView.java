package io.chancery.web.rendition;

import io.chancery.vocabulary.Rendition;
import org.jspecify.annotations.Nullable;

/** One rendition as a page shows it; at most one of paper, mail and text is there. */
public record RenditionView(
        @Nullable PaperView paper,
        @Nullable MailView mail,
        @Nullable TextView text) {

    public static RenditionView of(Rendition rendition) {
        return new RenditionView(
                rendition instanceof Rendition.Document document ? PaperView.of(document) : null,
                rendition instanceof Rendition.Mail mail ? MailView.of(mail) : null,
                rendition instanceof Rendition.Text text ? TextView.of(text) : null);
    }
}
