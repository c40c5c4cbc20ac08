package io.chancery.web.run;

import io.chancery.message.MessageFeed.Watch;
import io.chancery.message.RunView;
import io.chancery.message.Runs;
import io.chancery.message.Visibility;
import io.chancery.platform.ProblemException;
import io.chancery.web.message.Followers;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Tells the open pages of a run that it has moved on; each run is looked at once a second while somebody watches it. */
@Path("/runs/{id}/feed")
@Produces(MediaType.SERVER_SENT_EVENTS)
@ApplicationScoped
class RunFeed {

    private final Runs runs;
    private final Followers followers;
    private final SecurityIdentity caller;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private Map<UUID, RunView> known = new HashMap<>();

    RunFeed(Runs runs, Followers followers, SecurityIdentity caller) {
        this.runs = runs;
        this.followers = followers;
        this.caller = caller;
    }

    private record Listener(UUID run, Runnable call) {}

    @GET
    @Blocking
    @RolesAllowed({"operator", "admin"})
    @Operation(hidden = true)
    public void follow(@PathParam("id") UUID id, @Context SseEventSink sink, @Context Sse sse) {
        runs.get(id, Visibility.of(caller));
        followers.add(sink, sse, call -> watch(new Listener(id, call)));
    }

    private Watch watch(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        var before = known;
        var now = new HashMap<UUID, RunView>();
        for (var listener : listeners) {
            if (!now.containsKey(listener.run())) {
                find(listener.run()).ifPresent(run -> now.put(run.id(), run));
            }
            if (before.containsKey(listener.run())
                    && !Objects.equals(now.get(listener.run()), before.get(listener.run()))) {
                listener.call().run();
            }
        }
        known = now;
    }

    /** Empty if it is no more. */
    private Optional<RunView> find(UUID id) {
        try {
            return Optional.of(runs.get(id, Optional.empty()));
        } catch (ProblemException gone) {
            return Optional.empty();
        }
    }
}
