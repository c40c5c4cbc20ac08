package io.chancery.web.preference;

import io.chancery.consent.ConsentException;
import io.chancery.consent.OptIns;
import io.chancery.consent.OptIns.OptIn;
import io.chancery.platform.audit.CallerAddress;
import io.chancery.web.Reader;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The second step of a double opt-in. Only the button confirms: programs that scan mails follow every link. */
@Path("/confirm/{token}")
@Produces(MediaType.TEXT_HTML)
class ConfirmationPages {

    private final OptIns optIns;
    private final Visits visits;

    ConfirmationPages(OptIns optIns, Visits visits) {
        this.optIns = optIns;
        this.visits = visits;
    }

    @CheckedTemplate
    static final class Pages {

        private Pages() {}

        static native TemplateInstance confirmation(Reader reader, OptIn optIn);
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response show(@PathParam("token") String token, @Context HttpHeaders headers) {
        var reader = visits.reader(headers, null);
        try {
            return page(optIns.open(token), reader);
        } catch (ConsentException e) {
            return PreferencePages.dead(e, reader);
        }
    }

    @POST
    @PermitAll
    @Operation(hidden = true)
    public Response confirm(
            @PathParam("token") String token, @Context HttpHeaders headers, @Context HttpServerRequest request) {
        var reader = visits.reader(headers, null);
        try {
            return page(optIns.confirm(token, CallerAddress.of(request)), reader);
        } catch (ConsentException e) {
            return PreferencePages.dead(e, reader);
        }
    }

    private static Response page(OptIn optIn, Reader reader) {
        return PreferencePages.page(200, Pages.confirmation(reader, optIn), reader);
    }
}
