package io.chancery.platform.watch;

import io.chancery.platform.work.ShardLeases;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.flywaydb.core.Flyway;

/** Ready while this node has its shards, or gets them with its next heartbeat, on a database that has all migrations. */
@Readiness
@ApplicationScoped
class NodeHealth implements HealthCheck {

    private final ShardLeases leases;
    private final Flyway flyway;
    private volatile boolean migrated;

    NodeHealth(ShardLeases leases, Flyway flyway) {
        this.leases = leases;
        this.flyway = flyway;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("node")
                .status(leases.isBeating() && isMigrated())
                .withData("shards", leases.owned().size())
                .withData("heartbeat", leases.isBeating())
                .build();
    }

    /** Migrations are forward only: once they are done, they are. */
    private boolean isMigrated() {
        if (!migrated) {
            migrated = flyway.info().pending().length == 0;
        }
        return migrated;
    }
}
