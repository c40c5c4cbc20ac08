package io.chancery.customer.record;

import io.chancery.customer.golden.GoldenValues;
import io.chancery.customer.golden.ManualValues;
import io.chancery.customer.record.ContactPointTable.Owned;
import io.chancery.vocabulary.Attribute;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.event.ContactPointFailed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/** Lets addresses and numbers at which nobody is reached count no longer, until their source names others. */
@ApplicationScoped
class BouncedContactPoints {

    private record Point(String kind, Attribute attribute) {}

    private static final Map<Channel, Point> POINTS = Map.of(
            Channel.PRINT, new Point("postal", Attribute.STREET),
            Channel.EMAIL, new Point("email", Attribute.EMAIL),
            Channel.SMS, new Point("mobile", Attribute.MOBILE));

    private final ContactPointTable contactPoints;
    private final GoldenValues golden;
    private final ManualValues manual;
    private final Event<ContactPointsBounced> bounced;

    BouncedContactPoints(
            ContactPointTable contactPoints,
            GoldenValues golden,
            ManualValues manual,
            Event<ContactPointsBounced> bounced) {
        this.contactPoints = contactPoints;
        this.manual = manual;
        this.golden = golden;
        this.bounced = bounced;
    }

    /** In the transaction of the delivery's end. */
    void on(@Observes ContactPointFailed failed) {
        var point = POINTS.get(failed.channel());
        if (point == null) {
            return;
        }
        manual.bounce(failed.customerId(), point.attribute(), failed.contactPoint());
        var owned = contactPoints.invalidate(failed.customerId(), point.kind(), failed.contactPoint());
        if (!owned.isEmpty()) {
            golden.refresh(owned.stream().map(Owned::customerId).distinct().toList());
            var records = owned.stream().map(Owned::recordId).toList();
            bounced.fire(new ContactPointsBounced(records, point.attribute(), failed.at()));
        }
    }
}
