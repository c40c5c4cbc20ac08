package io.chancery.web.message;

import io.chancery.message.Messages;
import io.chancery.message.Visibility;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.vocabulary.Channel;
import io.chancery.web.rendition.Frame;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What stands in the frames of a message's page: the PDF as it is, the mail without any power over the page. */
@Path("/messages/{id}/deliveries/{channel}")
class RenditionFrames {

    private final Messages messages;
    private final SecurityIdentity caller;

    RenditionFrames(Messages messages, SecurityIdentity caller) {
        this.messages = messages;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"agent", "compliance", "operator", "admin"})
    @Audited(
            value = AuditAction.VIEWED,
            kind = SubjectKind.MESSAGE,
            subject = "id",
            detail = {"channel", "copy"})
    @Operation(hidden = true)
    public Response show(
            @PathParam("id") UUID id, @PathParam("channel") String channel, @QueryParam("copy") @Nullable String copy) {
        return Frame.of(messages.rendition(id, channelOf(channel), copy, Visibility.of(caller))
                .rendition());
    }

    private static Channel channelOf(String name) {
        try {
            return new Channel(name);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException(e);
        }
    }
}
