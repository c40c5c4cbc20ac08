package io.chancery.message.watch;

import io.chancery.platform.ProblemException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Counts what business systems ask for. */
@ApplicationScoped
public class IntakeMeters {

    private final Counter accepted;
    private final Counter refused;

    IntakeMeters(MeterRegistry registry) {
        this.accepted = counter(registry, "accepted");
        this.refused = counter(registry, "refused");
    }

    private static Counter counter(MeterRegistry registry, String outcome) {
        return Counter.builder("chancery.intake")
                .description("Requests for a message, by what was answered; a repeated request is not counted again")
                .tag("outcome", outcome)
                .register(registry);
    }

    /** Does the work and counts it: refused if it throws a problem. */
    public <T> T count(Supplier<T> work) {
        try {
            var answer = work.get();
            accepted.increment();
            return answer;
        } catch (ProblemException e) {
            refused.increment();
            throw e;
        }
    }
}
