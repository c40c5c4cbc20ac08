package io.chancery.message.store;

import io.chancery.archive.Delivery;
import io.chancery.archive.NewEvent;
import io.chancery.dispatch.Dispatcher;
import io.chancery.dispatch.QueuedDelivery;
import io.chancery.message.store.ComposeQueue.Waiting;
import io.chancery.template.ChannelPlan;
import io.chancery.template.Templates;
import io.chancery.vocabulary.Rendition;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Gives deliveries to the dispatcher on the terms of their messages' plans, in the caller's transaction. */
@ApplicationScoped
public class ProviderQueue {

    private final Dispatcher dispatcher;
    private final Templates templates;

    ProviderQueue(Dispatcher dispatcher, Templates templates) {
        this.dispatcher = dispatcher;
        this.templates = templates;
    }

    /** A delivery whose rendition is in the archive. */
    public record Rendered(MessageEntity message, Delivery delivery, Rendition rendition) {}

    /** Queues deliveries, and records it together with the events that say that they have been rendered. */
    public void enqueue(List<Rendered> rendered, List<NewEvent> events) {
        dispatcher.enqueue(rendered.stream().map(this::queued).toList(), events);
    }

    /** Queues deliveries again that had been taken back or left uncertain. */
    public void resume(List<Rendered> rendered, boolean repeat) {
        dispatcher.resume(rendered.stream().map(this::queued).toList(), repeat);
    }

    private QueuedDelivery queued(Rendered rendered) {
        var delivery = rendered.delivery();
        var waiting = Waiting.of(delivery.id(), rendered.message());
        var plan =
                templates.get(rendered.message().templateVersionId).settings().plan();
        return new QueuedDelivery(
                delivery.id(),
                delivery.channel(),
                waiting.shard(),
                waiting.priority(),
                plan.onUncertain() == ChannelPlan.OnUncertain.RESEND_FLAGGED,
                dispatcher.destination(delivery.channel(), rendered.rendition()).orElse(null));
    }
}
