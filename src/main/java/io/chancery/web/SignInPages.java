package io.chancery.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.security.FormAuthenticationMechanism;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Signing in with an API key, and out again. The key itself is checked where the form goes, by the platform. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class SignInPages {

    private final Readers readers;

    SignInPages(Readers readers) {
        this.readers = readers;
    }

    @CheckedTemplate
    static final class Pages {

        private Pages() {}

        static native TemplateInstance signIn(Reader reader, boolean refused);
    }

    @GET
    @Path("sign-in")
    @PermitAll
    @Operation(hidden = true)
    public String signIn(@Context HttpHeaders headers, @QueryParam("failed") @Nullable String failed) {
        var reader = readers.stranger(headers.getAcceptableLanguages());
        return Pages.signIn(reader, failed != null).setLocale(reader.language()).render();
    }

    @POST
    @Path("sign-out")
    @PermitAll
    @Operation(hidden = true)
    public Response signOut(@Context RoutingContext session) {
        FormAuthenticationMechanism.logout(session);
        return Response.seeOther(URI.create("/sign-in")).build();
    }
}
