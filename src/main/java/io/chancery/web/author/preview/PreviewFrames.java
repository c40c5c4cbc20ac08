package io.chancery.web.author.preview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.Concerns;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.render.Vocabulary;
import io.chancery.template.SourceKey;
import io.chancery.template.SourceKey.Kind;
import io.chancery.vocabulary.Channel;
import io.chancery.web.Readers;
import io.chancery.web.author.Forms;
import io.chancery.web.author.Policies;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What becomes of what is typed: for the script all at once, and for a browser without one in frames. */
abstract class PreviewFrames {

    private final Kind kind;
    private final Sightings sightings;
    private final Readers readers;

    PreviewFrames(Kind kind, Sightings sightings, Readers readers) {
        this.kind = kind;
        this.sightings = sightings;
        this.readers = readers;
    }

    @Path("/templates/{key}/workshop/preview")
    static class OfTemplates extends PreviewFrames {

        OfTemplates(Sightings sightings, Readers readers) {
            super(Kind.TEMPLATE, sightings, readers);
        }
    }

    @Concerns(SubjectKind.CUSTOMER)
    @Path("/blocks/{key}/workshop/preview")
    static class OfBlocks extends PreviewFrames {

        OfBlocks(Sightings sightings, Readers readers) {
            super(Kind.BLOCK, sightings, readers);
        }
    }

    @Concerns(SubjectKind.CUSTOMER)
    @Path("/brands/{key}/workshop/preview")
    static class OfBrands extends PreviewFrames {

        OfBrands(Sightings sightings, Readers readers) {
            super(Kind.BRAND, sightings, readers);
        }
    }

    /** What was typed, how it is to be shown ({@code order}, as the API has it), and on which channels. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({"author", "approver", "admin"})
    @Audited(
            value = AuditAction.VIEWED,
            kind = SubjectKind.CUSTOMER,
            subject = "/order/customer/ucid",
            detail = {"key", "/order/customer/source", "/order/customer/record"},
            given = "/order/customer")
    @Operation(hidden = true)
    public Sighting typed(
            @Context HttpHeaders headers,
            @Context SecurityIdentity identity,
            @PathParam("key") String key,
            JsonNode body) {
        var reader = readers.signedIn(headers, identity);
        return sightings.of(source(key), body, reader);
    }

    /** A mail without a script, or the frame that the script fills. */
    @GET
    @Path("{channel}")
    @RolesAllowed({"author", "approver", "admin"})
    @Operation(hidden = true)
    public Response kept(
            @Context HttpHeaders headers,
            @Context SecurityIdentity identity,
            @PathParam("key") String key,
            @PathParam("channel") String channel,
            @Context UriInfo uri) {
        if (channel.equals("shell")) {
            return Policies.with(Policies.SHELL, Response.ok("<!DOCTYPE html><title>…</title>", MediaType.TEXT_HTML));
        }
        var sighting = sightings.of(
                source(key), asked(uri.getQueryParameters(), channel), readers.signedIn(headers, identity));
        if (channel.equals(Channel.EMAIL.name()) && sighting.email() != null) {
            return Policies.with(
                    Policies.MAIL, Response.ok(sighting.email().html(), MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")));
        }
        if (channel.equals(Channel.PRINT.name()) && sighting.print() != null) {
            return Response.ok(sighting.print().pages().get(0).png(), "image/png")
                    .build();
        }
        if (channel.equals(Channel.SMS.name()) && sighting.sms() != null) {
            return Response.ok(sighting.sms().text(), MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"))
                    .build();
        }
        throw new NotFoundException();
    }

    private static ObjectNode asked(MultivaluedMap<String, String> query, String channel) {
        var body = JsonNodeFactory.instance.objectNode().put("template", Forms.text(query, "template"));
        body.putArray("channels").add(channel);
        var order = body.putObject("order");
        if (query.containsKey("fixture")) {
            order.put("fixture", Forms.text(query, "fixture"));
        }
        return body;
    }

    /** What can be written between braces. */
    @GET
    @Path("words")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({"author", "approver", "admin"})
    @Operation(hidden = true)
    public Words words(
            @PathParam("key") String key,
            @QueryParam("template") @DefaultValue("") String template,
            @QueryParam("language") @DefaultValue("") String language) {
        return sightings.words(source(key), template, language);
    }

    /** The same with the blocks that can be included. */
    record Words(Vocabulary.Words all, List<String> blocks) {}

    private SourceKey source(String key) {
        return new SourceKey(kind, key);
    }
}
