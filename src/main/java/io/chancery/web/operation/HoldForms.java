package io.chancery.web.operation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.chancery.message.HeldDeliveries;
import io.chancery.message.HeldDeliveries.Decision;
import io.chancery.platform.ProblemException;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.security.ApiClient;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What operators decide on deliveries that are held, and what they stop. */
@Path("/holds")
@Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.WILDCARD})
class HoldForms {

    private final HeldDeliveries held;
    private final SecurityIdentity caller;

    HoldForms(HeldDeliveries held, SecurityIdentity caller) {
        this.held = held;
        this.caller = caller;
    }

    /** @param scope {@code all} for all of the reason, whatever is ticked */
    @POST
    @Path("decisions/{decision}")
    @RolesAllowed({"operator", "admin"})
    @Audited(value = AuditAction.DECIDED, kind = SubjectKind.HOLD, detail = "decision")
    @Operation(hidden = true)
    public Response decide(
            @PathParam("decision") String name,
            @FormParam("reason") @DefaultValue("") String reason,
            @FormParam("scope") @DefaultValue("") String scope,
            @FormParam("delivery") List<String> deliveries) {
        var order = JsonNodeFactory.instance.objectNode();
        if (scope.equals("all")) {
            order.put("reason", reason);
        } else {
            var list = order.putArray("deliveries");
            deliveries.forEach(list::add);
        }
        var decision = decision(name);
        if (deliveries.isEmpty() && !scope.equals("all")) {
            return back(reason, "problem=nothing-chosen");
        }
        return answer(reason, () -> held.decide(decision, order, by()));
    }

    private static Decision decision(String name) {
        try {
            return Decision.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new NotFoundException(unknown);
        }
    }

    @POST
    @Path("stops")
    @RolesAllowed({"operator", "admin"})
    @Audited(value = AuditAction.HELD, kind = SubjectKind.STOP)
    @Operation(hidden = true)
    public Response stop(
            @FormParam("template") @DefaultValue("") String template,
            @FormParam("channel") @DefaultValue("") String channel,
            @FormParam("note") @DefaultValue("") String note) {
        var order = JsonNodeFactory.instance.objectNode();
        order.put("template", template);
        if (!channel.isEmpty()) {
            order.put("channel", channel);
        }
        order.put("note", note);
        return answer("", () -> {
            held.stop(order, by());
            return 0;
        });
    }

    @POST
    @Path("stops/{id}/lift")
    @RolesAllowed({"operator", "admin"})
    @Audited(value = AuditAction.RELEASED, kind = SubjectKind.STOP, subject = "id")
    @Operation(hidden = true)
    public Response lift(@PathParam("id") UUID id) {
        return answer("", () -> held.lift(id, by()));
    }

    private String by() {
        return ApiClient.of(caller).name();
    }

    private static Response answer(String reason, IntSupplier work) {
        try {
            return back(reason, "done=" + work.getAsInt());
        } catch (ProblemException refused) {
            return back(reason, "problem=" + refused.code());
        }
    }

    private static Response back(String reason, String said) {
        var kept = reason.matches("[a-z-]{1,40}") ? "reason=" + reason + "&" : "";
        return Response.seeOther(URI.create("/holds?" + kept + said)).build();
    }
}
