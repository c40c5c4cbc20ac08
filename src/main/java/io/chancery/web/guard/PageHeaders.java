package io.chancery.web.guard;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;

/** What every page tells the browser: nothing from elsewhere, nothing into other frames, nothing into the cache. */
@Provider
public class PageHeaders implements ContainerResponseFilter {

    /** The name of the header with what a page may do; one that a page sets itself is left alone. */
    public static final String POLICY = "Content-Security-Policy";

    private static final String PAGE_POLICY =
            "default-src 'self'; script-src 'self'; object-src 'self'; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors 'self'";

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!isPage(request)) {
            return;
        }
        var headers = response.getHeaders();
        set(headers, POLICY, PAGE_POLICY);
        set(headers, "X-Content-Type-Options", "nosniff");
        // Not «no-referrer»: browsers would then hide from us where a form came from.
        set(headers, "Referrer-Policy", "same-origin");
        set(headers, "Cross-Origin-Opener-Policy", "same-origin");
        set(headers, "Cross-Origin-Resource-Policy", "same-origin");
        set(headers, HttpHeaders.CACHE_CONTROL, "no-store");
        set(headers, HttpHeaders.VARY, "Accept-Language, Cookie");
    }

    /** Everything that is not for programs. */
    public static boolean isPage(ContainerRequestContext request) {
        return !request.getUriInfo().getPath().startsWith("/api/");
    }

    private static void set(MultivaluedMap<String, Object> headers, String name, String value) {
        if (!headers.containsKey(name)) {
            headers.putSingle(name, value);
        }
    }
}
