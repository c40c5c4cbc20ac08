package io.chancery.web.guard;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;

/** Remembers which page somebody wanted who must sign in first; form authentication then leads them there. */
@Provider
class WayBack implements ContainerResponseFilter {

    /** Named by {@code quarkus.http.auth.form.location-cookie}, which checks that it leads to this server. */
    private static final String COOKIE = "quarkus-redirect-location=%s; Path=/; Max-Age=600; HttpOnly; SameSite=Strict";

    private static final Pattern PLAIN = Pattern.compile("[\\w.:/?&=%-]+");

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var wanted = request.getUriInfo().getRequestUri().toString();
        if (isSentToSignIn(request, response) && PLAIN.matcher(wanted).matches()) {
            response.getHeaders().add(HttpHeaders.SET_COOKIE, COOKIE.formatted(wanted));
        }
    }

    private static boolean isSentToSignIn(ContainerRequestContext request, ContainerResponseContext response) {
        return request.getMethod().equals(HttpMethod.GET)
                && response.getStatus() == Response.Status.SEE_OTHER.getStatusCode()
                && response.getLocation() != null
                && response.getLocation().getPath().equals("/sign-in");
    }
}
