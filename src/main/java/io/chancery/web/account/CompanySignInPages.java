package io.chancery.web.account;

import io.chancery.platform.ProblemException;
import io.chancery.platform.links.WebAddress;
import io.chancery.platform.oidc.OidcSignIn;
import io.chancery.platform.oidc.SignInAttempt;
import io.chancery.platform.security.Sessions;
import io.chancery.web.Reader;
import io.chancery.web.Readers;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Signing in with an account of the company: there, and back again. */
@Path("/sign-in/company")
@Produces(MediaType.TEXT_HTML)
class CompanySignInPages {

    /** Named by {@code quarkus.http.auth.form.location-cookie}. */
    private static final String WANTED = "quarkus-redirect-location";

    /** Why an account is refused in whose place another may do; the other system remembers it. */
    private static final Set<String> ACCOUNTS = Set.of("sign-in-without-role", "sign-in-disabled", "user-exists");

    private final Readers readers;
    private final OidcSignIn company;
    private final Sessions sessions;
    private final WebAddress address;

    CompanySignInPages(Readers readers, OidcSignIn company, Sessions sessions, WebAddress address) {
        this.readers = readers;
        this.company = company;
        this.sessions = sessions;
        this.address = address;
    }

    @CheckedTemplate
    static final class Pages {

        private Pages() {}

        static native TemplateInstance back(Reader reader, String page);

        static native TemplateInstance refused(Reader reader, String problem, boolean forAnother);
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response leave(@Context UriInfo uri, @Context HttpHeaders headers) {
        if (!company.isOn()) {
            throw new NotFoundException();
        }
        var attempt = company.begin(cookie(headers, WANTED));
        boolean anew = uri.getQueryParameters().containsKey("anew");
        try {
            return Response.seeOther(company.place(attempt, callback(uri), anew))
                    .cookie(kept(uri).of(attempt))
                    .build();
        } catch (ProblemException e) {
            return refused(headers, e).build();
        }
    }

    /**
     * Ends with a page that leads on, not with a redirect: along one that began at another server a browser would not send
     * the session's cookie.
     */
    @GET
    @Path("back")
    @PermitAll
    @Operation(hidden = true)
    public Response comeBack(@Context UriInfo uri, @Context HttpHeaders headers, @Context RoutingContext context) {
        if (!company.isOn()) {
            throw new NotFoundException();
        }
        var kept = kept(uri);
        try {
            var attempt = SignInAttempt.parse(cookie(headers, kept.name())).orElseThrow(OidcSignIn::notAskedFor);
            var vouched = company.finish(attempt, callback(uri), uri.getRequestUri());
            sessions.begin(vouched.client(), vouched.proof(), context, kept.secure());
            return page(headers, attempt.page())
                    .cookie(kept.gone(), kept.gone(WANTED))
                    .build();
        } catch (ProblemException e) {
            sessions.refuse(e.code(), context);
            return refused(headers, e).cookie(kept.gone()).build();
        }
    }

    private ResponseBuilder page(HttpHeaders headers, String page) {
        var reader = readers.stranger(headers);
        return Response.ok(Pages.back(reader, page).setLocale(reader.language()).render());
    }

    private ResponseBuilder refused(HttpHeaders headers, ProblemException why) {
        var reader = readers.stranger(headers);
        return Response.status(why.status())
                .entity(Pages.refused(reader, why.code(), ACCOUNTS.contains(why.code()))
                        .setLocale(reader.language())
                        .render());
    }

    private AttemptCookie kept(UriInfo uri) {
        return new AttemptCookie(address.root(uri).startsWith("https:"));
    }

    private URI callback(UriInfo uri) {
        return URI.create(address.root(uri) + "/sign-in/company/back");
    }

    private static String cookie(HttpHeaders headers, String name) {
        Cookie cookie = headers.getCookies().get(name);
        return cookie == null ? "" : cookie.getValue();
    }
}
