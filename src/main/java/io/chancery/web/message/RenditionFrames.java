package io.chancery.web.message;

import io.chancery.message.Messages;
import io.chancery.message.Visibility;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Rendition;
import io.chancery.web.guard.PageHeaders;
import io.chancery.web.rendition.MailView;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What stands in the frames of a message's page: the PDF as it is, the mail without any power over the page. */
@Path("/messages/{id}/deliveries/{channel}")
class RenditionFrames {

    /** A mail may show its own pictures and styles. It may not run, load, submit or name anything of ours. */
    private static final String MAIL_POLICY =
            "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'";

    /** No more than this: browsers show a PDF in a document of their own, which a tighter policy would break. */
    private static final String PAPER_POLICY = "frame-ancestors 'self'";

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
        var rendition = messages.rendition(id, channelOf(channel), copy, Visibility.of(caller))
                .rendition();
        if (rendition instanceof Rendition.Mail mail) {
            return mail(MailView.of(mail));
        }
        if (rendition instanceof Rendition.Document document) {
            return paper(document);
        }
        return framed(Response.ok(rendition.content(), rendition.mediaType()), MAIL_POLICY);
    }

    private static Response mail(MailView mail) {
        return mail.html().isEmpty()
                ? framed(Response.ok(mail.plainText(), MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8")), MAIL_POLICY)
                : framed(Response.ok(mail.html(), MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")), MAIL_POLICY);
    }

    private static Response paper(Rendition.Document document) {
        var name = document.envelope().getOrDefault("fileName", "message.pdf").replaceAll("[^\\w .()-]", "_");
        return framed(
                Response.ok(document.content(), document.mediaType())
                        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + "\""),
                PAPER_POLICY);
    }

    private static Response framed(Response.ResponseBuilder response, String policy) {
        return response.header(PageHeaders.POLICY, policy).build();
    }

    private static Channel channelOf(String name) {
        try {
            return new Channel(name);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException(e);
        }
    }
}
