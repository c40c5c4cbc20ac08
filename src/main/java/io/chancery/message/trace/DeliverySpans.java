package io.chancery.message.trace;

import io.chancery.archive.Event;
import io.chancery.platform.trace.TraceParent;
import io.chancery.vocabulary.EventKind;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes spans of the events of a delivery: one from each step to the next. */
final class DeliverySpans {

    /** What a delivery does after an event. */
    private static final Map<EventKind, String> STAGES = new EnumMap<>(Map.of(
            EventKind.ACCEPTED, "render",
            EventKind.RELEASED, "render",
            EventKind.HELD, "held",
            EventKind.QUEUED, "queue",
            EventKind.DEFERRED, "queue",
            EventKind.REPEATED, "queue",
            EventKind.ATTEMPTED, "hand over",
            EventKind.SENT, "await receipt"));

    private static final Set<EventKind> BAD = Set.of(
            EventKind.DEFERRED, EventKind.FAILED, EventKind.UNCERTAIN, EventKind.RETURNED, EventKind.UNCONFIRMED);

    private final Tracer tracer;

    DeliverySpans(Tracer tracer) {
        this.tracer = tracer;
    }

    /**
     * Tells what has happened since the delivery was sent, or all if that is the news.
     *
     * @param events of the delivery, oldest first
     */
    void tell(TraceParent parent, List<Event> events) {
        var steps = events.stream().filter(event -> event.kind().isStep()).toList();
        for (int i = newsFrom(steps); i + 1 < steps.size(); i++) {
            var stage = STAGES.get(steps.get(i).kind());
            if (stage != null) {
                span(parent, stage, steps.get(i), steps.get(i + 1));
            }
        }
    }

    private static int newsFrom(List<Event> steps) {
        for (int i = steps.size() - 2; i >= 0; i--) {
            if (steps.get(i).kind() == EventKind.SENT) {
                return i;
            }
        }
        return 0;
    }

    private void span(TraceParent parent, String stage, Event from, Event to) {
        var handover = from.kind() == EventKind.ATTEMPTED;
        var span = tracer.spanBuilder(stage + " " + from.channel())
                .setParent(Context.root().with(Span.wrap(parent.context())))
                .setSpanKind(handover ? SpanKind.CLIENT : SpanKind.INTERNAL)
                .setStartTimestamp(from.at())
                .setAttribute("chancery.delivery", from.deliveryId().toString())
                .setAttribute("chancery.channel", from.channel().name())
                .startSpan();
        if (handover) {
            span.setAttribute("chancery.attempt", from.attempt());
            span.setAttribute("chancery.provider", from.detail().getOrDefault("provider", ""));
        }
        if (BAD.contains(to.kind())) {
            span.setStatus(StatusCode.ERROR, to.kind().code());
        }
        span.end(to.at());
    }
}
