package io.chancery.web;

import io.chancery.platform.links.WebAddress;
import io.chancery.platform.oidc.OidcSignIn;
import io.chancery.platform.security.Sessions;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
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

/** Signing in by name and password, and out again. What was typed is checked where the form goes, by the platform. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class SignInPages {

    /** Named by {@code quarkus.http.auth.form.cookie-name}; whoever has it is signed in. */
    private static final String SESSION = "quarkus-credential";

    private final Readers readers;
    private final OidcSignIn company;
    private final Sessions sessions;
    private final WebAddress address;

    SignInPages(Readers readers, OidcSignIn company, Sessions sessions, WebAddress address) {
        this.readers = readers;
        this.company = company;
        this.sessions = sessions;
        this.address = address;
    }

    /** How people can sign in. */
    record Ways(boolean company, boolean form) {}

    @CheckedTemplate
    static final class Pages {

        private Pages() {}

        static native TemplateInstance signIn(Reader reader, boolean refused, Ways ways);

        static native TemplateInstance signOut(Reader reader, URI there);
    }

    @GET
    @Path("sign-in")
    @PermitAll
    @Operation(hidden = true)
    public String signIn(@Context HttpHeaders headers, @Context UriInfo uri) {
        var reader = readers.stranger(headers);
        var ways = new Ways(company.isOn(), !company.isOnly());
        return Pages.signIn(reader, uri.getQueryParameters().containsKey("failed"), ways)
                .setLocale(reader.language())
                .render();
    }

    /** Who is to sign out of the other system, too, goes there from a page: no form may lead to another server. */
    @POST
    @Path("sign-out")
    @PermitAll
    @Operation(hidden = true)
    public Response signOut(@Context UriInfo uri, @Context HttpHeaders headers, @Context RoutingContext context) {
        var afterwards = URI.create(address.root(uri) + "/sign-in");
        return sessions.takeProof(context)
                .flatMap(proof -> company.goodbye(proof, afterwards))
                .map(there -> Response.ok(signOut(headers, there)))
                .orElseGet(() -> Response.seeOther(URI.create("/sign-in")))
                .cookie(ended())
                .build();
    }

    private String signOut(HttpHeaders headers, URI there) {
        var reader = readers.stranger(headers);
        return Pages.signOut(reader, there).setLocale(reader.language()).render();
    }

    private static NewCookie ended() {
        return new NewCookie.Builder(SESSION)
                .path("/")
                .maxAge(0)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
