package io.chancery.web.message;

import io.chancery.message.MessageFeed;
import io.chancery.message.Messages;
import io.chancery.message.Visibility;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Tells open pages that they are out of date; what there is to see they ask for themselves. */
@Path("/messages")
@Produces(MediaType.SERVER_SENT_EVENTS)
class FeedPages {

    private final MessageFeed feed;
    private final Messages messages;
    private final Followers followers;
    private final SecurityIdentity caller;

    FeedPages(MessageFeed feed, Messages messages, Followers followers, SecurityIdentity caller) {
        this.feed = feed;
        this.messages = messages;
        this.followers = followers;
        this.caller = caller;
    }

    @GET
    @Path("feed")
    @RolesAllowed({"agent", "compliance", "operator", "admin"})
    @Operation(hidden = true)
    public void all(@Context SseEventSink sink, @Context Sse sse) {
        followers.add(sink, sse, feed::all);
    }

    @GET
    @Path("{id}/feed")
    @Blocking
    @RolesAllowed({"agent", "compliance", "operator", "admin"})
    @Operation(hidden = true)
    public void one(@PathParam("id") UUID id, @Context SseEventSink sink, @Context Sse sse) {
        messages.events(id, Visibility.of(caller));
        followers.add(sink, sse, call -> feed.one(id, call));
    }
}
