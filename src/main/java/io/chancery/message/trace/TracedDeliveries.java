package io.chancery.message.trace;

import io.chancery.archive.Archive;
import io.chancery.dispatch.DeliveryListener;
import io.chancery.dispatch.SettledDelivery;
import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells the trace of a message what became of its deliveries. The spans are made from the record when there is news, and not
 * on the way: so they cost nothing where nobody traces, and go on over a restart and from one node to the other.
 */
@ApplicationScoped
class TracedDeliveries implements DeliveryListener {

    private final TraceTable table;
    private final Archive archive;
    private final DeliverySpans spans;
    private final boolean disabled;

    TracedDeliveries(
            TraceTable table,
            Archive archive,
            Tracer tracer,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled", defaultValue = "false") boolean disabled) {
        this.table = table;
        this.archive = archive;
        this.spans = new DeliverySpans(tracer);
        this.disabled = disabled;
    }

    @Override
    public void settled(List<SettledDelivery> deliveries) {
        if (disabled) {
            return;
        }
        var ids = deliveries.stream().map(SettledDelivery::deliveryId).toList();
        for (var traced : table.find(ids)) {
            if (traced.parent().context().isSampled()) {
                var events = archive.events(traced.messageId()).stream()
                        .filter(event -> event.deliveryId().equals(traced.deliveryId()))
                        .toList();
                spans.tell(traced.parent(), events);
            }
        }
    }
}
