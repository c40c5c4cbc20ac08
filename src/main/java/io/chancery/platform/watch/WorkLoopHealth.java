package io.chancery.platform.watch;

import io.chancery.platform.work.WorkLoop;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive while every work loop goes on. A database that does not answer kills none: their steps fail, and are tried again. */
@Liveness
@ApplicationScoped
class WorkLoopHealth implements HealthCheck {

    private final Duration stuckAfter;

    WorkLoopHealth(WatchConfig config) {
        this.stuckAfter = config.stuckAfter();
    }

    @Override
    public HealthCheckResponse call() {
        var loops = WorkLoop.running();
        var response = HealthCheckResponse.named("work-loops").up().withData("loops", loops.size());
        for (var loop : loops) {
            if (loop.isDead()) {
                response.down().withData(loop.name(), "its thread has ended");
            } else if (loop.isStuck(stuckAfter)) {
                response.down().withData(loop.name(), "in one step for more than " + stuckAfter);
            }
        }
        return response.build();
    }
}
