package io.chancery.message.simulation;

import io.chancery.archive.Archive;
import io.chancery.archive.NewEvent;
import io.chancery.message.plan.FollowUp;
import io.chancery.vocabulary.EventKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Puts on record what would have become of deliveries that are only tried, and lets follow what follows in reality. No
 * adapter hears of them, nor anybody who looks after addresses: one that is said to have bounced is as good as before.
 */
@ApplicationScoped
public class Simulation {

    /** What has its reason in the outcome that it belongs to. */
    private static final Set<EventKind> WITH_REASON =
            Set.of(EventKind.FAILED, EventKind.RETURNED, EventKind.UNCERTAIN, EventKind.REPEATED);

    private final Archive archive;
    private final FollowUp followUp;

    Simulation(Archive archive, FollowUp followUp) {
        this.archive = archive;
        this.followUp = followUp;
    }

    /**
     * A delivery whose rendition is in the archive.
     *
     * @param resends whether an attempt of unknown result would be made again
     */
    public record Tried(UUID deliveryId, boolean resends, SimulatedOutcome outcome) {}

    /**
     * All of it in the caller's transaction: first the hand-over, and then what the provider says.
     *
     * @param before what happened to the deliveries just before, and is recorded with it
     */
    public void run(List<Tried> deliveries, List<NewEvent> before) {
        var queued = new ArrayList<>(before);
        queued.addAll(events(deliveries, one -> List.of(EventKind.QUEUED)));
        archive.record(queued);
        archive.record(events(deliveries, one -> one.outcome().handover(one.resends())));
        followUp.follow(ids(deliveries));
        var told = deliveries.stream()
                .filter(one -> !one.outcome().receipt().isEmpty())
                .toList();
        if (!told.isEmpty()) {
            archive.record(events(told, one -> one.outcome().receipt()));
            followUp.follow(ids(told));
        }
    }

    private static List<UUID> ids(List<Tried> deliveries) {
        return deliveries.stream().map(Tried::deliveryId).toList();
    }

    private static List<NewEvent> events(List<Tried> deliveries, Function<Tried, List<EventKind>> kinds) {
        return deliveries.stream()
                .flatMap(one -> events(one, kinds.apply(one)).stream())
                .toList();
    }

    private static List<NewEvent> events(Tried tried, List<EventKind> kinds) {
        var events = new ArrayList<NewEvent>();
        int attempt = 0;
        for (var kind : kinds) {
            attempt += kind == EventKind.ATTEMPTED ? 1 : 0;
            events.add(new NewEvent(
                    tried.deliveryId(),
                    kind,
                    attempt,
                    WITH_REASON.contains(kind) ? tried.outcome().reason() : null,
                    Map.of("simulated", tried.outcome().code())));
        }
        return events;
    }
}
