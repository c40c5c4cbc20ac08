package io.chancery.web.rendition;

import io.chancery.vocabulary.Rendition;
import io.chancery.web.guard.PageHeaders;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What stands in the frames of pages: the PDF as it is, the mail without any power over the page. */
public final class Frame {

    /** A mail may show its own pictures and styles. It may not run, load, submit or name anything of ours. */
    private static final String MAIL_POLICY =
            "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'";

    /** No more than this: browsers show a PDF in a document of their own, which a tighter policy would break. */
    private static final String PAPER_POLICY = "frame-ancestors 'self'";

    private static final String PDF = "application/pdf";

    private Frame() {}

    /** The kept bytes, for a frame. */
    public static Response of(Rendition rendition) {
        if (rendition instanceof Rendition.Mail mail) {
            return mail(MailView.of(mail));
        }
        if (rendition.mediaType().equals(PDF)) {
            return paper(rendition);
        }
        return framed(Response.ok(rendition.content(), rendition.mediaType()), MAIL_POLICY);
    }

    private static Response mail(MailView mail) {
        return mail.html().isEmpty()
                ? framed(Response.ok(mail.plainText(), MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8")), MAIL_POLICY)
                : framed(Response.ok(mail.html(), MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")), MAIL_POLICY);
    }

    private static Response paper(Rendition document) {
        var name = document.envelope().getOrDefault("fileName", "message.pdf").replaceAll("[^\\w .()-]", "_");
        return framed(
                Response.ok(document.content(), document.mediaType())
                        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + "\""),
                PAPER_POLICY);
    }

    private static Response framed(Response.ResponseBuilder response, String policy) {
        return response.header(PageHeaders.POLICY, policy).build();
    }
}
