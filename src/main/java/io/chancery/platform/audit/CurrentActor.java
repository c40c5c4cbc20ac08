package io.chancery.platform.audit;

import io.chancery.platform.audit.AuditEntry.Actor;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Who makes the request that is carried out. */
@ApplicationScoped
class CurrentActor {

    private static final Set<String> BUSINESS_SYSTEM = Set.of("system");

    private final SecurityIdentity caller;
    private final CurrentVertxRequest request;

    CurrentActor(SecurityIdentity caller, CurrentVertxRequest request) {
        this.caller = caller;
        this.request = request;
    }

    Actor get() {
        return new Actor(
                caller.getPrincipal().getName(),
                List.copyOf(caller.getRoles()),
                CallerAddress.of(request.getCurrent().request()));
    }

    /** Whether it has the role of business systems, and none that people have. */
    boolean isBusinessSystem() {
        return caller.getRoles().equals(BUSINESS_SYSTEM);
    }
}
