package io.chancery.dispatch.watch;

import io.chancery.dispatch.queue.Lanes;
import io.chancery.platform.work.ShardLeases;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The providers of this node, for operators. */
@Path("/api/v1/providers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Providers", description = "Who takes deliveries over, and in what state they are")
class ProviderResource {

    private final Lanes lanes;
    private final ShardLeases leases;

    ProviderResource(Lanes lanes, ShardLeases leases) {
        this.lanes = lanes;
        this.leases = leases;
    }

    /** @param node whose view it is */
    record ProviderList(UUID node, List<ProviderView> items) {}

    @GET
    @RolesAllowed({"operator", "agent", "admin"})
    @Operation(
            summary = "Every provider, its share, and whether it rests",
            description = "As the node sees it that answers: each node has its own attempts under way, and finds out"
                    + " for itself that a provider fails. Points are the same on all nodes.")
    public ProviderList list() {
        var items = lanes.outlets().entrySet().stream()
                .flatMap(lane -> lane.getValue().stream().map(outlet -> ProviderView.of(lane.getKey(), outlet)))
                .sorted(Comparator.comparing((ProviderView one) -> one.channel().name())
                        .thenComparing(ProviderView::name))
                .toList();
        return new ProviderList(leases.node(), items);
    }
}
