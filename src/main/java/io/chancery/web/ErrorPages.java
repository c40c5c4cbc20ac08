package io.chancery.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.web.guard.PageHeaders;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;

/** Shows people a page where a program would get a problem. */
@Provider
class ErrorPages implements ContainerResponseFilter {

    private static final int FIRST_ERROR = 400;

    private final Readers readers;
    private final ObjectMapper json;
    private final HttpHeaders headers;
    private final SecurityIdentity identity;

    ErrorPages(Readers readers, ObjectMapper json, HttpHeaders headers, SecurityIdentity identity) {
        this.readers = readers;
        this.json = json;
        this.headers = headers;
        this.identity = identity;
    }

    @CheckedTemplate
    static final class Pages {

        private Pages() {}

        static native TemplateInstance error(Reader reader, int status, String detail);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean error = response.getStatus() >= FIRST_ERROR && !isPageOfItsOwn(response);
        if (error && PageHeaders.isPage(request) && isBrowser(request)) {
            if (response.getStatus() == Response.Status.FORBIDDEN.getStatusCode() && hasNoRoleYet()) {
                response.setStatus(Response.Status.SEE_OTHER.getStatusCode());
                response.getHeaders().putSingle(HttpHeaders.LOCATION, "/account");
                return;
            }
            var reader = isKnown() ? readers.signedIn(headers, identity) : readers.stranger(headers);
            var page = Pages.error(reader, response.getStatus(), detail(response))
                    .setLocale(reader.language())
                    .render();
            response.setEntity(page, new Annotation[0], MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
        }
    }

    /** Under an address that leads nowhere nobody was asked yet who it is, and this thread must not wait for it. */
    private boolean isKnown() {
        return BlockingOperationControl.isBlockingAllowed() && !identity.isAnonymous();
    }

    /** Whoever has an initial password chooses another one before anything else. */
    private boolean hasNoRoleYet() {
        return !identity.isAnonymous() && identity.getRoles().isEmpty();
    }

    /** What the problem says of itself: for a mistake of ours the reference under which the log tells more. */
    private String detail(ContainerResponseContext response) {
        return json.valueToTree(response.getEntity()).path("detail").asText();
    }

    /** Some pages say better themselves what is wrong with them. */
    private static boolean isPageOfItsOwn(ContainerResponseContext response) {
        var type = response.getMediaType();
        return response.getEntity() instanceof String && (type == null || MediaType.TEXT_HTML_TYPE.isCompatible(type));
    }

    private static boolean isBrowser(ContainerRequestContext request) {
        return request.getAcceptableMediaTypes().stream()
                .anyMatch(type -> type.isCompatible(MediaType.TEXT_HTML_TYPE) && !type.isWildcardType());
    }
}
