package io.chancery.web.preference;

import io.chancery.consent.ConsentException;
import io.chancery.consent.PreferenceSheet;
import io.chancery.consent.SelfService;
import io.chancery.consent.SelfService.Outcome;
import io.chancery.web.Reader;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Where a customer decides what to get. The link alone opens it, so it shows neither name nor address. */
@Path("/preferences/{token}")
@Produces(MediaType.TEXT_HTML)
class PreferencePages {

    /** RFC 8058 §3.1: what a mail program sends when its user clicks «unsubscribe». */
    private static final String ONE_CLICK = "List-Unsubscribe";

    private final SelfService selfService;
    private final Visits visits;

    PreferencePages(SelfService selfService, Visits visits) {
        this.selfService = selfService;
        this.visits = visits;
    }

    @CheckedTemplate
    static final class Pages {

        private Pages() {}

        static native TemplateInstance sheet(Reader reader, PreferenceSheet sheet, String notice);

        static native TemplateInstance optOut(Reader reader, boolean done);

        static native TemplateInstance dead(Reader reader, boolean expired);
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response show(
            @PathParam("token") String token,
            @QueryParam("language") @Nullable String language,
            @QueryParam("notice") @Nullable String notice,
            @Context HttpHeaders headers) {
        var reader = visits.reader(headers, language);
        if (selfService.isOptOut(token)) {
            return page(200, Pages.optOut(reader, "saved".equals(notice)), reader);
        }
        try {
            var sheet = selfService.open(token, reader.language());
            return page(200, Pages.sheet(reader, sheet, notice == null ? "" : notice), reader);
        } catch (ConsentException e) {
            return dead(e, reader);
        }
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response change(
            @PathParam("token") String token,
            @Context HttpHeaders headers,
            @Context UriInfo uri,
            @Context HttpServerRequest request,
            MultivaluedMap<String, String> form) {
        var reader = visits.reader(headers, form.getFirst("page-language"));
        var visit = visits.of(request, uri, reader);
        if (form.containsKey(ONE_CLICK)) {
            return oneClick(token, visit);
        }
        try {
            var outcome = act(token, form, visit, reader);
            return Response.seeOther(URI.create("/preferences/" + token + "?language=" + reader.language() + "&notice="
                            + outcome.name().toLowerCase(Locale.ROOT)))
                    .build();
        } catch (ConsentException e) {
            return dead(e, reader);
        }
    }

    private Outcome act(String token, MultivaluedMap<String, String> form, SelfService.Visit visit, Reader reader) {
        var action = form.getFirst("action");
        if ("unsubscribe".equals(action)) {
            selfService.unsubscribe(token, "Unsubscribed on the page behind the link of a mail", visit);
            return Outcome.SAVED;
        }
        if ("object".equals(action) || "lift".equals(action)) {
            selfService.object(token, action.equals("lift"), visit);
            return Outcome.SAVED;
        }
        var sheet = selfService.open(token, reader.language());
        return selfService.change(token, new PreferenceForm(form, sheet.preferences(), reader.zone()).wish(), visit);
    }

    /** The other form in which mail programs may send it. */
    @POST
    @PermitAll
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response unsubscribe(
            @PathParam("token") String token,
            @RestForm(ONE_CLICK) @Nullable String oneClick,
            @Context HttpHeaders headers,
            @Context UriInfo uri,
            @Context HttpServerRequest request) {
        return oneClick == null
                ? Response.status(Response.Status.BAD_REQUEST).build()
                : oneClick(token, visits.of(request, uri, visits.reader(headers, null)));
    }

    /** For a program: no page, no redirect, and nothing that needs a cookie. */
    private Response oneClick(String token, SelfService.Visit visit) {
        try {
            selfService.unsubscribe(token, ONE_CLICK + "=One-Click", visit);
            return Response.ok("Unsubscribed", MediaType.TEXT_PLAIN_TYPE).build();
        } catch (ConsentException e) {
            return Response.status(e.status()).build();
        }
    }

    static Response dead(ConsentException e, Reader reader) {
        return page(e.status(), Pages.dead(reader, e.status() == Response.Status.GONE.getStatusCode()), reader);
    }

    static Response page(int status, TemplateInstance page, Reader reader) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header("X-Robots-Tag", "noindex")
                .entity(page.setLocale(reader.language()).render())
                .build();
    }
}
