package io.chancery.platform.watch;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says what is slow, in words. Always up: a node that is slow does not get faster by being taken away. */
@Readiness
@ApplicationScoped
class LagHealth implements HealthCheck {

    private final List<Lag> lags;

    LagHealth(@All List<Lag> lags) {
        this.lags = lags;
    }

    @Override
    public HealthCheckResponse call() {
        var reasons = lags.stream().flatMap(lag -> lag.reasons().stream()).toList();
        var response = HealthCheckResponse.named("pace").up().withData("degraded", !reasons.isEmpty());
        return reasons.isEmpty()
                ? response.build()
                : response.withData("reasons", String.join("; ", reasons)).build();
    }
}
