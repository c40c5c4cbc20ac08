package io.chancery.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The only place that turns exceptions into {@code application/problem+json} (RFC 9457). */
final class ProblemMapper {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    /** The body: RFC 9457 §3.1 with the extension members {@code code} and {@code errors}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Problem(String type, String title, int status, String detail, String code, List<Fault> errors) {}

    @ServerExceptionMapper
    Response toResponse(ProblemException exception) {
        return respond(
                exception.status(),
                exception.code(),
                Objects.requireNonNullElse(exception.getMessage(), ""),
                exception.faults());
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response toResponse(SecurityException exception, UriInfo uri) {
        if (!uri.getPath().startsWith("/api/")) {
            var refused = uri.getPath().equals("/j_security_check");
            return Response.seeOther(URI.create(refused ? "/sign-in?failed" : "/sign-in"))
                    .build();
        }
        var response = respond(401, "unauthorized", "A valid API key is needed: Authorization: Bearer …", List.of());
        response.getHeaders().putSingle("WWW-Authenticate", "Bearer");
        return response;
    }

    @ServerExceptionMapper
    Response toResponse(ForbiddenException exception) {
        return respond(403, "forbidden", "This API key lacks the role that this call needs", List.of());
    }

    @ServerExceptionMapper
    Response toResponse(WebApplicationException exception) {
        var status = exception.getResponse().getStatus();
        if (status >= 500) {
            return toResponse((Throwable) exception);
        }
        var reason = exception.getResponse().getStatusInfo().getReasonPhrase();
        return respond(status, reason.toLowerCase(Locale.ROOT).replace(' ', '-'), reason, List.of());
    }

    @ServerExceptionMapper
    Response toResponse(Throwable exception) {
        var reference = UUID.randomUUID();
        LOG.errorf(exception, "Internal error %s", reference);
        return respond(500, "internal-error", "Something went wrong here. Reference: " + reference, List.of());
    }

    private static Response respond(int status, String code, String detail, List<Fault> faults) {
        var title = code.substring(0, 1).toUpperCase(Locale.ROOT)
                + code.substring(1).replace('-', ' ');
        var problem = new Problem("urn:chancery:problem:" + code, title, status, detail, code, faults);
        return Response.status(status).type(MEDIA_TYPE).entity(problem).build();
    }
}
