package io.chancery.web.rendition;

import io.chancery.message.MessageView.DeliveryView;
import io.chancery.vocabulary.Rendition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One delivery on the page of its message; at most one of paper, mail and text is there. */
public record DeliveryCard(
        DeliveryView delivery,
        @Nullable PaperView paper,
        @Nullable MailView mail,
        @Nullable TextView text) {

    public static DeliveryCard of(DeliveryView delivery, Optional<Rendition> kept) {
        var rendition = kept.orElse(null);
        return new DeliveryCard(
                delivery,
                rendition instanceof Rendition.Document document ? PaperView.of(document) : null,
                rendition instanceof Rendition.Mail mail ? MailView.of(mail) : null,
                rendition instanceof Rendition.Text text ? TextView.of(text) : null);
    }

    /** Its name on the page. */
    public String anchor() {
        var copy = delivery.copy();
        return delivery.channel().name()
                + (copy == null ? "" : "-" + copy.customer().text());
    }

    /** The query by which its rendition is asked for. */
    public String query() {
        var copy = delivery.copy();
        return copy == null ? "" : "?copy=" + copy.customer().text();
    }

    /** Whether there is anything to see. */
    public boolean rendered() {
        return paper != null || mail != null || text != null;
    }
}
