package io.chancery.message.desk;

import io.chancery.archive.Event;
import io.chancery.archive.KeptRendition;
import io.chancery.message.MessageView;
import io.chancery.message.MessageView.Page;
import io.chancery.message.Messages;
import io.chancery.message.UnknownMessageException;
import io.chancery.message.Visibility;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.vocabulary.Channel;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What has become of messages. */
@Path("/api/v1/messages")
@Tag(name = "Messages")
@Produces(MediaType.APPLICATION_JSON)
class MessageQueryResource {

    private final Messages messages;
    private final MessageQueries queries;
    private final SecurityIdentity caller;

    MessageQueryResource(Messages messages, MessageQueries queries, SecurityIdentity caller) {
        this.messages = messages;
        this.queries = queries;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"system", "agent", "compliance", "operator", "admin"})
    @Audited(
            value = AuditAction.SEARCHED,
            kind = SubjectKind.MESSAGE,
            detail = {"customer", "template", "reference", "status"})
    @Operation(summary = "List messages, newest first", description = "A business system sees its own.")
    public Page list(@BeanParam MessageQuery query) {
        var filter = queries.filter(query, caller);
        if (filter.isEmpty()) {
            return new Page(List.of(), null);
        }
        var items = messages.list(filter.get());
        boolean more = items.size() == filter.get().limit();
        return new Page(items, more ? items.get(items.size() - 1).id().toString() : null);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"system", "agent", "compliance", "operator", "admin"})
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.MESSAGE, subject = "id")
    @Operation(summary = "Read one message, and why a delivery was stopped")
    public MessageView get(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue("en") String language) {
        return messages.get(id, Visibility.of(caller), language.startsWith("de") ? "de" : "en");
    }

    @GET
    @Path("{id}/events")
    @RolesAllowed({"system", "agent", "compliance", "operator", "admin"})
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.MESSAGE, subject = "id")
    @Operation(summary = "Everything that happened to a message, oldest first")
    public List<Event> events(@PathParam("id") UUID id) {
        return messages.events(id, Visibility.of(caller));
    }

    @GET
    @Path("{id}/deliveries/{channel}/rendition")
    @RolesAllowed({"system", "agent", "compliance", "operator", "admin"})
    @Audited(
            value = AuditAction.VIEWED,
            kind = SubjectKind.MESSAGE,
            subject = "id",
            detail = {"channel", "copy"})
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "The exact bytes that were made for one channel: PDF, MIME source or text")
    public Response rendition(
            @PathParam("id") UUID id,
            @PathParam("channel") String channel,
            @QueryParam("copy") @Parameter(description = "Of a copy: its role, or the UCID of its reader") @Nullable
                    String copy) {
        return download(messages.rendition(id, channelOf(channel), copy, Visibility.of(caller)));
    }

    private static Channel channelOf(String name) {
        try {
            return new Channel(name);
        } catch (IllegalArgumentException e) {
            throw UnknownMessageException.rendition();
        }
    }

    private static Response download(KeptRendition kept) {
        var name = kept.rendition()
                .envelope()
                .getOrDefault("fileName", kept.sha256().substring(0, 16));
        return Response.ok(kept.rendition().content(), kept.rendition().mediaType())
                .header(HttpHeaders.ETAG, "\"" + kept.sha256() + "\"")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
