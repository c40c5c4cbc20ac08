package io.chancery.dispatch.watch;

import io.chancery.dispatch.handover.Completion;
import io.chancery.dispatch.handover.Outlet;
import io.chancery.platform.work.Priority;
import io.chancery.vocabulary.Channel;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The meters of one provider, all there from the start, so that recording finds them without making anything. */
final class ProviderMeters {

    private static final List<String> OUTCOMES = List.of("accepted", "temporary", "permanent", "uncertain", "not-made");
    private static final String ACCEPTED = "accepted";

    private final Timer handover;
    private final List<Timer> sinceAcceptance;
    private final List<Map<String, Counter>> attempts;

    ProviderMeters(MeterRegistry registry, Channel channel, Outlet outlet) {
        var tags =
                Tags.of("channel", channel.name(), "provider", outlet.profile().name());
        gauges(registry, tags, outlet);
        this.handover = Timer.builder("chancery.handover")
                .description("How long a provider took to answer a hand-over")
                .tags(tags)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofMinutes(5))
                .register(registry);
        this.sinceAcceptance = Arrays.stream(Priority.values())
                .map(priority -> sinceAcceptance(registry, tags.and("priority", priority.code())))
                .toList();
        this.attempts = Arrays.stream(Priority.values())
                .map(priority -> attempts(registry, tags.and("priority", priority.code())))
                .toList();
    }

    private static void gauges(MeterRegistry registry, Tags tags, Outlet outlet) {
        Gauge.builder("chancery.provider.open", outlet, Outlet::open)
                .description("Attempts under way on this node")
                .tags(tags)
                .register(registry);
        Gauge.builder("chancery.provider.resting", outlet, one -> one.isResting() ? 1 : 0)
                .description("1 while the provider rests because it has failed too often in a row")
                .tags(tags)
                .register(registry);
        Gauge.builder("chancery.provider.points", outlet, Outlet::points)
                .description("Its part of the channel's deliveries now, beside the others' points")
                .tags(tags)
                .register(registry);
        Gauge.builder("chancery.provider.weight", outlet, one -> one.profile().weight())
                .description("Its part of the channel's deliveries as configured")
                .tags(tags)
                .register(registry);
    }

    private static Timer sinceAcceptance(MeterRegistry registry, Tags tags) {
        return Timer.builder("chancery.acceptance.to.handover")
                .description(
                        "From the acceptance of a message, or the choice of another channel, until a provider took it;"
                                + " a date to send at counts too")
                .tags(tags)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(10))
                .maximumExpectedValue(Duration.ofDays(1))
                .register(registry);
    }

    private static Map<String, Counter> attempts(MeterRegistry registry, Tags tags) {
        var counters = new HashMap<String, Counter>();
        OUTCOMES.forEach(outcome -> counters.put(
                outcome,
                Counter.builder("chancery.attempts")
                        .description("Attempts that have ended, by outcome")
                        .tags(tags.and("outcome", outcome))
                        .register(registry)));
        return counters;
    }

    /** @param now in milliseconds */
    void record(Completion completion, long now) {
        var settlement = completion.settlement();
        var delivery = settlement.delivery();
        var counter = attempts.get(delivery.priority()).get(settlement.outcome());
        if (counter != null) {
            counter.increment();
        }
        long nanos = completion.attempt().nanos();
        if (nanos > 0) {
            handover.record(nanos, TimeUnit.NANOSECONDS);
        }
        if (settlement.outcome().equals(ACCEPTED)) {
            // The id is a UUIDv7: its first 48 bits are the time at which it was made.
            long accepted = delivery.deliveryId().getMostSignificantBits() >>> Short.SIZE;
            sinceAcceptance.get(delivery.priority()).record(Math.max(0, now - accepted), TimeUnit.MILLISECONDS);
        }
    }
}
