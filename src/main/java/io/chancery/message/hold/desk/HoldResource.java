package io.chancery.message.hold.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chancery.message.HeldDeliveries;
import io.chancery.message.HeldDeliveries.Decision;
import io.chancery.message.HeldDeliveries.View;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.request.RequestBody;
import io.chancery.platform.security.ApiClient;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Deliveries that wait for a person. */
@Path("/api/v1/holds")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Holds", description = "Deliveries that wait for a person, and what operators have stopped")
class HoldResource {

    private static final String WHICH = "Which: {\"deliveries\": [ids]}, or all with a reason, template or channel.";

    private final HeldDeliveries held;
    private final SecurityIdentity caller;

    HoldResource(HeldDeliveries held, SecurityIdentity caller) {
        this.held = held;
        this.caller = caller;
    }

    /**
     * A page of the list.
     *
     * @param next for the parameter {@code after} of the next page; missing on the last one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<View> items, @Nullable UUID next) {}

    /**
     * What a decision came to.
     *
     * @param deliveries how many it has reached; what was held no longer is not counted
     */
    record Decided(int deliveries) {}

    /** The query parameters of {@code GET /holds}. */
    static class Query {

        private static final int MOST = 200;

        @QueryParam("reason")
        @Parameter(description = "such as stopped, handover-unknown, no-contact-point")
        @Nullable
        String reason;

        @QueryParam("template")
        @Nullable
        String template;

        @QueryParam("channel")
        @Nullable
        String channel;

        @QueryParam("after")
        @Parameter(description = "next of the page before")
        @Nullable
        UUID after;

        @QueryParam("limit")
        @DefaultValue("50")
        int limit;

        HeldDeliveries.Which which() {
            return new HeldDeliveries.Which(reason, template, channel);
        }

        int size() {
            return Math.max(1, Math.min(limit, MOST));
        }
    }

    @GET
    @RolesAllowed({"agent", "compliance", "operator", "admin"})
    @Audited(
            value = AuditAction.SEARCHED,
            kind = SubjectKind.HOLD,
            detail = {"reason", "template", "channel"})
    @Operation(summary = "What waits for a person, and why")
    @APIResponse(responseCode = "422", description = "invalid-hold-order: there is no such reason")
    public Page list(
            @BeanParam Query query, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue("en") String language) {
        var items = held.list(query.which(), query.after, query.size(), language.startsWith("de") ? "de" : "en");
        boolean more = items.size() == query.size();
        return new Page(items, more ? items.get(items.size() - 1).delivery() : null);
    }

    @POST
    @Path("release")
    @RolesAllowed({"operator", "admin"})
    @Audited(
            value = AuditAction.RELEASED,
            kind = SubjectKind.HOLD,
            detail = {"/reason", "/template", "/channel", "/deliveries"})
    @Operation(
            summary = "Lets deliveries go on",
            description = WHICH + " What has not been rendered is examined again; what is uncertain is sent again,"
                    + " marked as a repeat. What a stop holds is released by lifting it.")
    @APIResponse(responseCode = "409", description = "stop-in-force")
    @APIResponse(responseCode = "422", description = "invalid-hold-order, with a pointer for each fault")
    public Decided release(byte[] body) {
        return decide(body, Decision.RELEASE);
    }

    @POST
    @Path("cancel")
    @RolesAllowed({"operator", "admin"})
    @Audited(
            value = AuditAction.CANCELLED,
            kind = SubjectKind.HOLD,
            detail = {"/reason", "/template", "/channel", "/deliveries"})
    @Operation(summary = "Calls deliveries off", description = WHICH)
    @APIResponse(responseCode = "422", description = "invalid-hold-order, with a pointer for each fault")
    public Decided cancel(byte[] body) {
        return decide(body, Decision.CANCEL);
    }

    @POST
    @Path("confirm")
    @RolesAllowed({"operator", "admin"})
    @Audited(
            value = AuditAction.DECIDED,
            kind = SubjectKind.HOLD,
            detail = {"/reason", "/template", "/channel", "/deliveries"})
    @Operation(
            summary = "Records that the provider had taken uncertain deliveries over",
            description = WHICH + " For handover-unknown; others are passed over.")
    @APIResponse(responseCode = "422", description = "invalid-hold-order, with a pointer for each fault")
    public Decided confirm(byte[] body) {
        return decide(body, Decision.CONFIRM);
    }

    private Decided decide(byte[] body, Decision decision) {
        var order = RequestBody.read(body).json();
        return new Decided(held.decide(decision, order, ApiClient.of(caller).name()));
    }
}
