package io.chancery.message.compose;

import io.chancery.message.compose.Composing.Composed;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.EventKind;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Times how long it takes to ask the guards about a delivery and to render it. */
@ApplicationScoped
class RenderMeters {

    private final MeterRegistry registry;
    private final Map<Key, Timer> timers = new ConcurrentHashMap<>();

    RenderMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    private record Key(Channel channel, String outcome) {}

    Composed time(Channel channel, Supplier<Composed> work) {
        long begun = System.nanoTime();
        var composed = work.get();
        var timer = timers.computeIfAbsent(new Key(channel, outcome(composed)), this::timer);
        timer.record(Duration.ofNanos(System.nanoTime() - begun));
        return composed;
    }

    private static String outcome(Composed composed) {
        if (composed instanceof Composed.Stopped stopped) {
            return stopped.stop().kind() == EventKind.FAILED ? "failed" : "stopped";
        }
        return "rendered";
    }

    private Timer timer(Key key) {
        return Timer.builder("chancery.rendering")
                .description("Guards and rendering of one delivery: rendered, stopped by a guard, or failed")
                .tags("channel", key.channel().name(), "outcome", key.outcome())
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofMinutes(1))
                .register(registry);
    }
}
