package io.chancery.message.compose;

import io.chancery.archive.ScreenDocument;
import io.chancery.dispatch.Dispatcher;
import io.chancery.message.compose.ComposeInput.Item;
import io.chancery.message.hold.Stops;
import io.chancery.message.plan.Guards;
import io.chancery.message.plan.Guards.Stop;
import io.chancery.message.screen.Screens;
import io.chancery.render.RenderException;
import io.chancery.render.Renderer;
import io.chancery.vocabulary.EventKind;
import io.chancery.vocabulary.MessageClass;
import io.chancery.vocabulary.Reason;
import io.chancery.vocabulary.Rendition;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Asks the guards about one delivery and, if they agree, renders it as it will be sent. */
@ApplicationScoped
class Composing {

    private static final Logger LOG = Logger.getLogger(Composing.class);

    private final Stops stops;
    private final Guards guards;
    private final Renderer renderer;
    private final Screens screens;
    private final Dispatcher dispatcher;
    private final Requests requests;

    Composing(
            Stops stops, Guards guards, Renderer renderer, Screens screens, Dispatcher dispatcher, Requests requests) {
        this.stops = stops;
        this.guards = guards;
        this.renderer = renderer;
        this.screens = screens;
        this.dispatcher = dispatcher;
        this.requests = requests;
    }

    /** What became of one delivery. */
    sealed interface Composed {

        Item item();

        /**
         * Rendered, and ready to be archived and sent.
         *
         * @param screen what it leads to, if anything
         */
        record Ready(
                Item item, Rendition rendition, @Nullable ScreenDocument screen, Map<String, String> detail)
                implements Composed {}

        /** Not to be sent. */
        record Stopped(Item item, Stop stop, Map<String, String> detail) implements Composed {}
    }

    /**
     * One bad delivery must not stop the others: rendering is a pure function, so whatever it throws it would throw
     * again, and the delivery has failed. Only memory is everybody's.
     */
    Composed compose(Item item) {
        var order = stops.find(item.message().template, item.delivery().channel());
        if (order.isPresent()) {
            var stop = new Stop(EventKind.HELD, Reason.STOPPED, null, order.get());
            return new Composed.Stopped(item, stop, Map.of("stop", order.get().toString()));
        }
        if (item.orphaned()) {
            return new Composed.Stopped(item, new Stop(EventKind.SKIPPED, Reason.NO_CONTACT_POINT), Map.of());
        }
        var candidate = candidate(item);
        var verdict = guards.examine(candidate);
        if (verdict.stop().isPresent()) {
            return new Composed.Stopped(item, verdict.stop().get(), verdict.findings());
        }
        try {
            var detail = new HashMap<>(verdict.findings());
            detail.put("golden-record", Long.toString(item.reader().recipient().version()));
            detail.put("template-version", item.message().templateVersionId.toString());
            return ready(item, candidate, detail);
        } catch (RenderException e) {
            return failed(item, Objects.requireNonNullElse(e.getMessage(), "no reason given"));
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            var reference = UUID.randomUUID();
            LOG.errorf(
                    e, "Delivery %s could not be rendered, %s", item.delivery().id(), reference);
            return failed(item, "internal error " + reference);
        }
    }

    private static Guards.Candidate candidate(Item item) {
        return new Guards.Candidate(
                item.message().id,
                MessageClass.of(item.message().messageClass),
                item.version().settings().purpose(),
                item.message().expiresAt,
                item.delivery().channel(),
                item.reader().recipient(),
                item.attitude(),
                item.message().test);
    }

    private static Composed failed(Item item, String why) {
        return new Composed.Stopped(item, new Stop(EventKind.FAILED, Reason.NOT_RENDERABLE), Map.of("error", why));
    }

    private Composed ready(Item item, Guards.Candidate candidate, Map<String, String> detail) {
        var request = requests.of(item);
        if (renderer.promotes(request)) {
            var advertising = guards.advertising(candidate);
            detail.put("advertising", advertising.toString());
            request = request.advertised(advertising.shown());
        }
        var channel = item.delivery().channel();
        var rendered = renderer.render(channel, request);
        // Nobody may get hold of a signed mail that was not sent.
        var rendition = item.message().test ? rendered : dispatcher.sealed(channel, rendered);
        var pages = rendered.envelope().get("pages");
        if (pages != null) {
            detail.put("pages", pages);
        }
        if (candidate.counts()) {
            item.attitude().allotment().use(item.message().id);
        }
        return new Composed.Ready(item, rendition, screens.document(request, rendition), detail);
    }
}
