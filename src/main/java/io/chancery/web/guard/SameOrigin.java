package io.chancery.web.guard;

import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Set;

/**
 * Takes forms only from our own pages, so that no other site can act in the name of somebody who has signed in. Beside
 * the session cookie, which is {@code SameSite=Strict}.
 */
@Provider
class SameOrigin implements ContainerRequestFilter {

    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Override
    public void filter(ContainerRequestContext request) {
        boolean acts = PageHeaders.isPage(request) && !READING.contains(request.getMethod());
        if (acts && !isBehindSignedLink(request) && !isOurs(request)) {
            throw new ForbiddenException("A form of another site");
        }
    }

    /**
     * Whoever can send these knows the token in their address, and needs no session that could be abused. They come from
     * mail programs, too, which say nothing of where they come from.
     */
    private static boolean isBehindSignedLink(ContainerRequestContext request) {
        var path = request.getUriInfo().getPath();
        return path.startsWith("/preferences/") || path.startsWith("/confirm/");
    }

    /** Browsers send the first header over HTTPS and on localhost, and the second with every form. */
    private static boolean isOurs(ContainerRequestContext request) {
        var site = request.getHeaderString("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        var origin = request.getHeaderString("Origin");
        return origin != null && authority(origin).equalsIgnoreCase(request.getHeaderString(HttpHeaders.HOST));
    }

    private static String authority(String origin) {
        try {
            var authority = URI.create(origin).getRawAuthority();
            return authority == null ? "" : authority;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
