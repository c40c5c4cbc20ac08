package io.chancery.web.review;

import io.chancery.platform.ProblemException;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.Concerns;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.render.Comparisons.Compared;
import io.chancery.template.SourceKey;
import io.chancery.template.SourceKey.Kind;
import io.chancery.web.Reader;
import io.chancery.web.Readers;
import io.chancery.web.author.Policies;
import io.chancery.web.review.ReviewDesk.Asked;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
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
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** One version, what differs in it, and what is decided about it: one address for each kind of what has versions. */
@Produces(MediaType.TEXT_HTML)
abstract class ReviewPages {

    private final Kind kind;
    private final ReviewDesk desk;
    private final Decisions decisions;
    private final Readers readers;

    ReviewPages(Kind kind, ReviewDesk desk, Decisions decisions, Readers readers) {
        this.kind = kind;
        this.desk = desk;
        this.decisions = decisions;
        this.readers = readers;
    }

    @Path("/reviews/templates/{key}/{version: \\d+}")
    static class OfTemplates extends ReviewPages {

        OfTemplates(ReviewDesk desk, Decisions decisions, Readers readers) {
            super(Kind.TEMPLATE, desk, decisions, readers);
        }
    }

    @Concerns(SubjectKind.BLOCK)
    @Path("/reviews/blocks/{key}/{version: \\d+}")
    static class OfBlocks extends ReviewPages {

        OfBlocks(ReviewDesk desk, Decisions decisions, Readers readers) {
            super(Kind.BLOCK, desk, decisions, readers);
        }
    }

    @Concerns(SubjectKind.BRAND)
    @Path("/reviews/brands/{key}/{version: \\d+}")
    static class OfBrands extends ReviewPages {

        OfBrands(ReviewDesk desk, Decisions decisions, Readers readers) {
            super(Kind.BRAND, desk, decisions, readers);
        }
    }

    @CheckedTemplate
    static final class Pages {

        private Pages() {}

        static native TemplateInstance review(Reader reader, ReviewPage page);

        static native TemplateInstance samples(Reader reader, ReviewPage page, @Nullable Glance glance);

        static native TemplateInstance fixture(
                Reader reader, ReviewPage page, String fixture, List<Compared> compared, boolean alone);
    }

    @GET
    @RolesAllowed({"author", "approver", "operator", "compliance", "admin"})
    @Operation(hidden = true)
    public Response show(
            @Context HttpHeaders headers,
            @Context SecurityIdentity identity,
            @PathParam("key") String key,
            @PathParam("version") int number,
            @Context UriInfo uri) {
        var reader = readers.signedIn(headers, identity);
        var notice = uri.getQueryParameters().getFirst("notice");
        return shown(reader, desk.page(asked(key, number, template(uri)), reader.language(), notice, null), 200);
    }

    private static Response shown(Reader reader, ReviewPage page, int status) {
        var html = Pages.review(reader, page).setLocale(reader.language()).render();
        return Policies.with(Policies.PICTURES, Response.status(status).entity(html));
    }

    /** What has become of all fixtures: a part of the page. */
    @GET
    @Path("fixtures")
    @RolesAllowed({"author", "approver", "admin"})
    @Operation(hidden = true)
    public Response samples(
            @Context HttpHeaders headers,
            @Context SecurityIdentity identity,
            @PathParam("key") String key,
            @PathParam("version") int number,
            @Context UriInfo uri) {
        var reader = readers.signedIn(headers, identity);
        var asked = asked(key, number, template(uri));
        var page = desk.page(asked, reader.language(), null, null);
        var html = Pages.samples(reader, page, desk.glance(asked).orElse(null))
                .setLocale(reader.language())
                .render();
        return Policies.with(Policies.PICTURES, Response.ok(html));
    }

    /** One fixture rendered in both versions: a part of the page, or alone where there is no script. */
    @GET
    @Path("fixtures/{fixture}")
    @RolesAllowed({"author", "approver", "admin"})
    @Operation(hidden = true)
    public Response fixture(
            @Context HttpHeaders headers,
            @Context SecurityIdentity identity,
            @PathParam("key") String key,
            @PathParam("version") int number,
            @Context UriInfo uri) {
        var reader = readers.signedIn(headers, identity);
        var fixture = uri.getPathParameters().getFirst("fixture");
        var asked = asked(key, number, template(uri));
        var page = desk.page(asked, reader.language(), null, null);
        boolean alone = headers.getHeaderString("HX-Request") == null;
        var html = Pages.fixture(reader, page, fixture, desk.compare(asked, fixture), alone)
                .setLocale(reader.language())
                .render();
        return Policies.with(Policies.PICTURES, Response.ok(html));
    }

    /** A mail in its frame. */
    @GET
    @Path("fixtures/{fixture}/mail")
    @RolesAllowed({"author", "approver", "admin"})
    @Operation(hidden = true)
    public Response mail(
            @PathParam("key") String key,
            @PathParam("version") int number,
            @PathParam("fixture") String fixture,
            @QueryParam("template") @DefaultValue("") String template,
            @QueryParam("old") @DefaultValue("false") boolean old) {
        var html = desk.mail(asked(key, number, template), fixture, old).orElseThrow(NotFoundException::new);
        return Policies.with(Policies.MAIL, Response.ok(html, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")));
    }

    @POST
    @Path("approve")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"approver", "admin"})
    @Audited(value = AuditAction.APPROVED, kind = SubjectKind.TEMPLATE, subject = "key", detail = "version")
    @Operation(hidden = true)
    public Response approve(
            @Context HttpHeaders headers,
            @Context SecurityIdentity identity,
            @PathParam("key") String key,
            @PathParam("version") int number,
            MultivaluedMap<String, String> form) {
        return done(
                headers,
                identity,
                asked(key, number, ""),
                "approved",
                (by, asked) -> decisions.approve(asked, form, by));
    }

    @POST
    @Path("return")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"approver", "admin"})
    @Audited(value = AuditAction.REJECTED, kind = SubjectKind.TEMPLATE, subject = "key", detail = "version")
    @Operation(hidden = true)
    public Response giveBack(
            @Context HttpHeaders headers,
            @Context SecurityIdentity identity,
            @PathParam("key") String key,
            @PathParam("version") int number,
            MultivaluedMap<String, String> form) {
        return done(
                headers,
                identity,
                asked(key, number, ""),
                "returned",
                (by, asked) -> decisions.giveBack(asked, form, by));
    }

    @POST
    @Path("publish")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"author", "approver", "admin"})
    @Audited(value = AuditAction.PUBLISHED, kind = SubjectKind.TEMPLATE, subject = "key", detail = "version")
    @Operation(hidden = true)
    public Response publish(
            @Context HttpHeaders headers,
            @Context SecurityIdentity identity,
            @PathParam("key") String key,
            @PathParam("version") int number,
            MultivaluedMap<String, String> form) {
        var zone = readers.signedIn(headers, identity).zone();
        return done(
                headers,
                identity,
                asked(key, number, ""),
                "published",
                (by, asked) -> decisions.publish(asked, form, zone, by));
    }

    @POST
    @Path("retire")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"author", "approver", "admin"})
    @Audited(value = AuditAction.RETIRED, kind = SubjectKind.TEMPLATE, subject = "key", detail = "version")
    @Operation(hidden = true)
    public Response retire(
            @Context HttpHeaders headers,
            @Context SecurityIdentity identity,
            @PathParam("key") String key,
            @PathParam("version") int number,
            MultivaluedMap<String, String> form) {
        return done(
                headers, identity, asked(key, number, ""), "retired", (by, asked) -> decisions.retire(asked, form, by));
    }

    private Response done(
            HttpHeaders headers, SecurityIdentity identity, Asked asked, String notice, Decisions.Decision decision) {
        try {
            decision.take(identity.getPrincipal().getName(), asked);
            var address = "/reviews/" + kind.plural() + "/" + asked.source().key() + "/" + asked.number();
            return Response.seeOther(URI.create(address + "?notice=" + notice)).build();
        } catch (ProblemException wrong) {
            var reader = readers.signedIn(headers, identity);
            return shown(reader, desk.page(asked, reader.language(), null, wrong), wrong.status());
        }
    }

    private static String template(UriInfo uri) {
        return Objects.requireNonNullElse(uri.getQueryParameters().getFirst("template"), "");
    }

    private Asked asked(String key, int number, String template) {
        return new Asked(new SourceKey(kind, key), number, template);
    }
}
