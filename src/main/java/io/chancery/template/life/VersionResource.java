package io.chancery.template.life;

import io.chancery.template.Templates;
import io.chancery.template.VersionState;
import io.chancery.template.store.Step;
import io.chancery.template.store.StepTable;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The versions of a template, and what is done to them. */
@Path("/api/v1/templates/{key}/versions")
@Tag(name = "Templates")
class VersionResource {

    private final Lifecycle lifecycle;
    private final StepTable steps;
    private final Templates templates;
    private final SecurityIdentity caller;

    VersionResource(Lifecycle lifecycle, StepTable steps, Templates templates, SecurityIdentity caller) {
        this.lifecycle = lifecycle;
        this.steps = steps;
        this.templates = templates;
        this.caller = caller;
    }

    record VersionList(List<VersionState> items) {}

    /**
     * One version.
     *
     * @param files the template's own files
     * @param blocks the source of each block as the version pins it
     */
    record VersionView(
            String template,
            int version,
            String brand,
            int brandVersion,
            Map<String, String> files,
            Map<String, String> blocks,
            List<Step> steps) {}

    @GET
    @RolesAllowed({"author", "approver", "operator", "compliance", "admin"})
    @Operation(summary = "Every version of a template that was ever submitted, newest first, and where it stands")
    public VersionList list(@PathParam("key") String key) {
        return new VersionList(templates.history(key));
    }

    @GET
    @Path("/{version}")
    @RolesAllowed({"author", "approver", "operator", "compliance", "admin"})
    @Operation(summary = "A version: its sources, and who did what to it")
    @APIResponse(responseCode = "200", description = "The version")
    @APIResponse(responseCode = "404", description = "unknown-version")
    public VersionView get(@PathParam("key") String key, @PathParam("version") int number) {
        var id = lifecycle.find(key, number);
        var version = templates.get(id);
        return new VersionView(
                key,
                number,
                version.brand().key(),
                version.brand().number(),
                lifecycle.ownFiles(id),
                version.blocks(),
                steps.of(id));
    }

    @POST
    @Path("/{version}/approve")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"approver", "admin"})
    @Operation(summary = "Says that the version may be published")
    @APIResponse(responseCode = "204", description = "Approved")
    @APIResponse(responseCode = "403", description = "own-change: the caller wrote or submitted it")
    @APIResponse(responseCode = "409", description = "wrong-status: it is not submitted")
    public void approve(@PathParam("key") String key, @PathParam("version") int number, byte[] body) {
        lifecycle.approve(key, number, name(), StepBody.reason(body));
    }

    @POST
    @Path("/{version}/reject")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"approver", "admin"})
    @Operation(summary = "Gives the version back to its authors, with a reason; its sources are a draft again")
    @APIResponse(responseCode = "204", description = "Returned")
    @APIResponse(responseCode = "409", description = "wrong-status: it is published already, or was returned before")
    public void reject(@PathParam("key") String key, @PathParam("version") int number, byte[] body) {
        lifecycle.giveBack(key, number, name(), StepBody.demandedReason(body));
    }

    @POST
    @Path("/{version}/publish")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"author", "approver", "admin"})
    @Operation(
            summary = "New messages are made from the version, now or from a date",
            description = "An earlier version is gone back to in the same way. A date that has not come is taken back"
                    + " by retiring the version.")
    @APIResponse(responseCode = "204", description = "Published")
    @APIResponse(responseCode = "409", description = "wrong-status: it is not approved")
    public void publish(@PathParam("key") String key, @PathParam("version") int number, byte[] body) {
        var said = StepBody.withFrom(body);
        lifecycle.publish(key, number, name(), said.from(), said.reason());
    }

    @POST
    @Path("/{version}/retire")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"author", "approver", "admin"})
    @Operation(summary = "No new message is made from the version; accepted ones are still sent")
    @APIResponse(responseCode = "204", description = "Retired")
    @APIResponse(responseCode = "409", description = "wrong-status: it is not published or approved")
    public void retire(@PathParam("key") String key, @PathParam("version") int number, byte[] body) {
        lifecycle.retire(key, number, name(), StepBody.reason(body));
    }

    private String name() {
        return caller.getPrincipal().getName();
    }
}
