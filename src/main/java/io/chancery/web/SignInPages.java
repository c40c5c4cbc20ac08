package io.chancery.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Signing in with an API key, and out again. The key itself is checked where the form goes, by the platform. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class SignInPages {

    /** Named by {@code quarkus.http.auth.form.cookie-name}; whoever has it is signed in. */
    private static final String SESSION = "quarkus-credential";

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
    public String signIn(@Context HttpHeaders headers, @Context UriInfo uri) {
        var reader = readers.stranger(headers.getAcceptableLanguages());
        return Pages.signIn(reader, uri.getQueryParameters().containsKey("failed"))
                .setLocale(reader.language())
                .render();
    }

    @POST
    @Path("sign-out")
    @PermitAll
    @Operation(hidden = true)
    public Response signOut() {
        var ended = new NewCookie.Builder(SESSION)
                .path("/")
                .maxAge(0)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
        return Response.seeOther(URI.create("/sign-in")).cookie(ended).build();
    }
}
