package io.chancery.dispatch.watch;

import io.chancery.dispatch.Providers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The providers of this node, for operators. */
@Path("/api/v1/providers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Providers", description = "Who takes deliveries over, and in what state they are")
class ProviderResource {

    private final Providers providers;

    ProviderResource(Providers providers) {
        this.providers = providers;
    }

    /** @param node whose view it is */
    record ProviderList(UUID node, List<Providers.View> items) {}

    @GET
    @RolesAllowed({"operator", "agent", "admin"})
    @Operation(
            summary = "Every provider, its share, and whether it rests",
            description = "As the node sees it that answers: each node has its own attempts under way, and finds out"
                    + " for itself that a provider fails. Points are the same on all nodes.")
    public ProviderList list() {
        return new ProviderList(providers.node(), providers.list());
    }
}
