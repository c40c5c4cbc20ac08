package io.chancery.web.author;

import io.chancery.platform.ProblemException;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.Concerns;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.template.SourceKey;
import io.chancery.template.SourceKey.Kind;
import io.chancery.template.Workshop;
import io.chancery.web.Reader;
import io.chancery.web.Readers;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The author's workshop: the sources of a draft beside what becomes of them. */
@Produces(MediaType.TEXT_HTML)
abstract class WorkshopPages {

    private final Kind kind;
    private final Workshop workshop;
    private final Bench bench;
    private final Readers readers;

    WorkshopPages(Kind kind, Workshop workshop, Bench bench, Readers readers) {
        this.kind = kind;
        this.workshop = workshop;
        this.bench = bench;
        this.readers = readers;
    }

    @Path("/templates/{key}/workshop")
    static class OfTemplates extends WorkshopPages {

        OfTemplates(Workshop workshop, Bench bench, Readers readers) {
            super(Kind.TEMPLATE, workshop, bench, readers);
        }
    }

    @Concerns(SubjectKind.BLOCK)
    @Path("/blocks/{key}/workshop")
    static class OfBlocks extends WorkshopPages {

        OfBlocks(Workshop workshop, Bench bench, Readers readers) {
            super(Kind.BLOCK, workshop, bench, readers);
        }
    }

    @Concerns(SubjectKind.BRAND)
    @Path("/brands/{key}/workshop")
    static class OfBrands extends WorkshopPages {

        OfBrands(Workshop workshop, Bench bench, Readers readers) {
            super(Kind.BRAND, workshop, bench, readers);
        }
    }

    /** What became of keeping a draft, for the script. */
    record Kept(long revision) {}

    @CheckedTemplate
    static final class Pages {

        private Pages() {}

        static native TemplateInstance workshop(Reader reader, WorkshopPage page);

        /** What became of a message that an author sends to themselves. */
        static native TemplateInstance trial(String path, WorkshopPage.Done done);
    }

    @GET
    @RolesAllowed({"author", "approver", "admin"})
    @Operation(hidden = true)
    public Response show(
            @Context HttpHeaders headers,
            @Context SecurityIdentity identity,
            @PathParam("key") String key,
            @Context UriInfo uri) {
        var reader = readers.signedIn(headers, identity);
        var asked = uri.getQueryParameters();
        var wish = new Bench.Wish(Forms.text(asked, "file"), Forms.text(asked, "template"), asked.getFirst("notice"));
        return shown(reader, bench.page(source(key), reader, wish), 200);
    }

    static Response shown(Reader reader, WorkshopPage page, int status) {
        var html = Pages.workshop(reader, page).setLocale(reader.language()).render();
        return Policies.with(
                Policies.editor(page.nonce()), Response.status(status).entity(html));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"author", "admin"})
    @Audited(value = AuditAction.CHANGED, kind = SubjectKind.TEMPLATE, subject = "key")
    @Operation(hidden = true)
    public Response keep(
            @Context HttpHeaders headers,
            @Context SecurityIdentity identity,
            @PathParam("key") String key,
            MultivaluedMap<String, String> form) {
        var files = Forms.files(form);
        Forms.addition(form).ifPresent(path -> files.putIfAbsent(path, new byte[0]));
        return done(headers, identity, key, files, () -> {
            workshop.change(
                    source(key), files, seen(form), identity.getPrincipal().getName());
            return back(key, "kept", Forms.addition(form).orElse(Forms.text(form, "file")));
        });
    }

    /** The same for the script, which stays where it is. */
    @POST
    @Path("keep")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({"author", "admin"})
    @Audited(value = AuditAction.CHANGED, kind = SubjectKind.TEMPLATE, subject = "key")
    @Operation(hidden = true)
    public Kept keepQuietly(
            @Context SecurityIdentity identity, @PathParam("key") String key, MultivaluedMap<String, String> form) {
        return new Kept(workshop.change(
                source(key),
                Forms.files(form),
                seen(form),
                identity.getPrincipal().getName()));
    }

    @POST
    @Path("submit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"author", "admin"})
    @Audited(value = AuditAction.SUBMITTED, kind = SubjectKind.TEMPLATE, subject = "key")
    @Operation(hidden = true)
    public Response submit(
            @Context HttpHeaders headers,
            @Context SecurityIdentity identity,
            @PathParam("key") String key,
            MultivaluedMap<String, String> form) {
        var files = Forms.files(form);
        var author = identity.getPrincipal().getName();
        return done(headers, identity, key, files, () -> {
            long revision = workshop.change(source(key), files, seen(form), author);
            int number = workshop.submit(source(key), Forms.json(form, "reason"), revision, author);
            return seeOther("/reviews" + Shelf.path(source(key)) + "/" + number + "?notice=submitted");
        });
    }

    @POST
    @Path("discard")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"author", "admin"})
    @Audited(value = AuditAction.DELETED, kind = SubjectKind.TEMPLATE, subject = "key")
    @Operation(hidden = true)
    public Response discard(
            @Context HttpHeaders headers,
            @Context SecurityIdentity identity,
            @PathParam("key") String key,
            MultivaluedMap<String, String> form) {
        return done(headers, identity, key, Map.of(), () -> {
            workshop.discard(source(key), seen(form));
            return seeOther("/" + kind.plural() + "?notice=discarded");
        });
    }

    /** Takes a file out of the draft. */
    @POST
    @Path("remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"author", "admin"})
    @Audited(value = AuditAction.CHANGED, kind = SubjectKind.TEMPLATE, subject = "key")
    @Operation(hidden = true)
    public Response remove(
            @Context HttpHeaders headers,
            @Context SecurityIdentity identity,
            @PathParam("key") String key,
            MultivaluedMap<String, String> form) {
        var files = Forms.files(form);
        return done(headers, identity, key, files, () -> {
            var changed = new HashMap<>(files);
            changed.put(Forms.text(form, "path"), null);
            workshop.change(
                    source(key), changed, seen(form), identity.getPrincipal().getName());
            return back(key, "removed", "");
        });
    }

    /** Something that a person does, or the page with why it cannot be done and all that they typed. */
    private Response done(
            HttpHeaders headers,
            SecurityIdentity identity,
            String key,
            Map<String, byte @Nullable []> typed,
            Supplier<Response> work) {
        try {
            return work.get();
        } catch (ProblemException wrong) {
            var reader = readers.signedIn(headers, identity);
            var done = new WorkshopPage.Done(null, wrong, null);
            return shown(reader, bench.typed(source(key), reader, typed, done), wrong.status());
        }
    }

    private Response back(String key, String notice, String file) {
        return Response.seeOther(UriBuilder.fromPath(Shelf.path(source(key)) + "/workshop")
                        .queryParam("notice", notice)
                        .queryParam("file", file)
                        .build())
                .build();
    }

    private static Response seeOther(String address) {
        return Response.seeOther(URI.create(address)).build();
    }

    private static long seen(MultivaluedMap<String, String> form) {
        return Forms.revision(Forms.text(form, "revision"));
    }

    private SourceKey source(String key) {
        return new SourceKey(kind, key);
    }
}
