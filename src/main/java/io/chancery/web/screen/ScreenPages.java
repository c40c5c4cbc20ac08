package io.chancery.web.screen;

import io.chancery.archive.KeptRendition;
import io.chancery.message.ScreenDocuments;
import io.chancery.message.ScreenDocuments.Opening.Expired;
import io.chancery.message.ScreenDocuments.Opening.Shown;
import io.chancery.message.ScreenDocuments.Opening.TooOften;
import io.chancery.vocabulary.Rendition;
import io.chancery.web.guard.PageHeaders;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The documents behind the links of text messages. The path is short because each character of it is sent and paid for. */
@Path("/d/{token}")
class ScreenPages {

    /** The page brings along all it shows, and does nothing. */
    private static final String PAGE_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** No more than this: browsers show a PDF in a document of their own, which a tighter policy would break. */
    private static final String PDF_POLICY = "frame-ancestors 'none'";

    private static final String PDF = ".pdf";
    private static final Set<String> LANGUAGES = Set.of("de", "en", "fr", "it");
    private static final int OFTEN = 429;
    private static final int A_MINUTE = 60;

    private final ScreenDocuments documents;

    ScreenPages(ScreenDocuments documents) {
        this.documents = documents;
    }

    @CheckedTemplate
    static final class Pages {

        private Pages() {}

        static native TemplateInstance closed(String language, Integer status);
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response show(@PathParam("token") String token, @Context HttpHeaders headers) {
        boolean pdf = token.endsWith(PDF);
        var opening = documents.open(pdf ? token.substring(0, token.length() - PDF.length()) : token, pdf);
        if (opening instanceof Shown shown) {
            return answer(shown(shown.kept()));
        }
        if (opening instanceof Expired expired) {
            return answer(closed(Response.Status.GONE.getStatusCode(), expired.language()));
        }
        if (opening instanceof TooOften often) {
            return answer(closed(OFTEN, often.language()).header(HttpHeaders.RETRY_AFTER, A_MINUTE));
        }
        return answer(closed(Response.Status.NOT_FOUND.getStatusCode(), spoken(headers.getAcceptableLanguages())));
    }

    private static Response.ResponseBuilder shown(KeptRendition kept) {
        var rendition = kept.rendition();
        var response = Response.ok(rendition.content(), rendition.mediaType());
        if (!(rendition instanceof Rendition.Document document)) {
            return response.header(PageHeaders.POLICY, PAGE_POLICY);
        }
        var name = document.envelope().getOrDefault("fileName", "").replaceAll("[^\\w .()-]", "_");
        return response.header(PageHeaders.POLICY, PDF_POLICY)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + "\"");
    }

    private static Response.ResponseBuilder closed(int status, String language) {
        var known = LANGUAGES.contains(language) ? language : "en";
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(Pages.closed(known, status).setLocale(known).render());
    }

    private static String spoken(List<Locale> accepted) {
        return accepted.stream()
                .map(Locale::getLanguage)
                .filter(LANGUAGES::contains)
                .findFirst()
                .orElse("en");
    }

    /** Nobody else is to keep it, find it, or learn from where the customer comes. */
    private static Response answer(Response.ResponseBuilder response) {
        return response.header("X-Robots-Tag", "noindex, noarchive")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
