package io.chancery.web.message;

import io.chancery.message.Messages.Cancellation;
import io.chancery.message.Visibility;
import io.chancery.platform.ProblemException;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What can be done with a message on its page. */
@Path("/messages/{id}")
class MessageForms {

    private final Cancellation cancellation;
    private final SecurityIdentity caller;

    MessageForms(Cancellation cancellation, SecurityIdentity caller) {
        this.cancellation = cancellation;
        this.caller = caller;
    }

    @POST
    @Path("cancel")
    @RolesAllowed({"agent", "operator", "admin"})
    @Audited(value = AuditAction.CANCELLED, kind = SubjectKind.MESSAGE, subject = "id")
    @Operation(hidden = true)
    public Response cancel(@PathParam("id") UUID id) {
        try {
            cancellation.cancel(id, Visibility.of(caller));
            return Response.seeOther(URI.create("/messages/" + id)).build();
        } catch (ProblemException refused) {
            return Response.seeOther(URI.create("/messages/" + id + "?problem=" + refused.code()))
                    .build();
        }
    }
}
