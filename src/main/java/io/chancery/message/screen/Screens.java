package io.chancery.message.screen;

import io.chancery.archive.ScreenDocument;
import io.chancery.platform.links.ShortLinks;
import io.chancery.render.RenderException;
import io.chancery.render.RenderRequest;
import io.chancery.render.Renderer;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Rendition;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives a text message its link, and makes what the link leads to, if the text uses it. */
@ApplicationScoped
public class Screens {

    /** No id has this token. */
    private static final String SAMPLE = "SampLeSampLeSampL";

    private static final String USE = "screen-document";

    private final Renderer renderer;
    private final ShortLinks links;
    private final ScreenAddress address;
    private final Clock clock;
    private final Duration usualLife;

    Screens(Renderer renderer, ShortLinks links, ScreenAddress address, Clock clock, ScreenConfig config) {
        this.renderer = renderer;
        this.links = links;
        this.address = address;
        this.clock = clock;
        this.usualLife = config.life();
    }

    /** The request of a delivery with its link, the same however often it is rendered. */
    public RenderRequest linked(RenderRequest request) {
        return request.withLink(address.of(brand(request), links.token(USE, request.deliveryId())));
    }

    /** The same for a message that is only looked at: a link as long as one that is sent, which leads nowhere. */
    public RenderRequest sample(RenderRequest request) {
        return request.withLink(address.of(brand(request), SAMPLE));
    }

    /**
     * What a rendition of the request leads to; null if it does not use its link.
     *
     * @throws RenderException if the page cannot be rendered, or nobody outside could open it
     */
    public @Nullable ScreenDocument document(RenderRequest request, Rendition rendition) {
        if (!request.isLinkedFrom(rendition)) {
            return null;
        }
        if (!address.isReachable(brand(request))) {
            throw new RenderException(
                    "Customers cannot open the link: set chancery.web.base-url to where they find us");
        }
        var page = (Rendition.Page) renderer.render(Channel.SCREEN, request);
        var pdf = request.offersPdf() ? (Rendition.Document) renderer.render(Channel.PRINT, request) : null;
        return new ScreenDocument(
                request.deliveryId(), links.token(USE, request.deliveryId()), page, pdf, expiry(request));
    }

    /** Whether we have made the token, and with the key that we have now. */
    public boolean isGenuine(String token, UUID deliveryId) {
        return links.isToken(token, USE, deliveryId);
    }

    private Instant expiry(RenderRequest request) {
        var days = request.template().settings().plan().screen().days();
        return clock.instant().plus(days == null ? usualLife : Duration.ofDays(days));
    }

    private static String brand(RenderRequest request) {
        return request.template().brand().key();
    }
}
