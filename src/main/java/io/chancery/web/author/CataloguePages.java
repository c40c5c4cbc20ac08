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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What there is of a kind, and one of it with its versions: one address for each kind of what has versions. */
@Produces(MediaType.TEXT_HTML)
abstract class CataloguePages {

    private final Kind kind;
    private final Workshop workshop;
    private final Shelf shelf;
    private final Readers readers;

    CataloguePages(Kind kind, Workshop workshop, Shelf shelf, Readers readers) {
        this.kind = kind;
        this.workshop = workshop;
        this.shelf = shelf;
        this.readers = readers;
    }

    @Path("/templates")
    static class OfTemplates extends CataloguePages {

        OfTemplates(Workshop workshop, Shelf shelf, Readers readers) {
            super(Kind.TEMPLATE, workshop, shelf, readers);
        }
    }

    @Concerns(SubjectKind.BLOCK)
    @Path("/blocks")
    static class OfBlocks extends CataloguePages {

        OfBlocks(Workshop workshop, Shelf shelf, Readers readers) {
            super(Kind.BLOCK, workshop, shelf, readers);
        }
    }

    @Concerns(SubjectKind.BRAND)
    @Path("/brands")
    static class OfBrands extends CataloguePages {

        OfBrands(Workshop workshop, Shelf shelf, Readers readers) {
            super(Kind.BRAND, workshop, shelf, readers);
        }
    }

    @CheckedTemplate
    static final class Pages {

        private Pages() {}

        static native TemplateInstance list(Reader reader, Shelf.Listing page, @Nullable ProblemException fault);

        static native TemplateInstance detail(
                Reader reader, Shelf.Detail page, @Nullable String notice, @Nullable ProblemException fault);
    }

    @GET
    @RolesAllowed({"author", "approver", "operator", "admin"})
    @Operation(hidden = true)
    public String list(@Context HttpHeaders headers, @Context SecurityIdentity identity) {
        return list(readers.signedIn(headers, identity), null);
    }

    private String list(Reader reader, @Nullable ProblemException fault) {
        return Pages.list(reader, shelf.list(kind, reader.language()), fault)
                .setLocale(reader.language())
                .render();
    }

    /** Begins a draft of something new, as a copy of something that is there. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"author", "admin"})
    @Audited(value = AuditAction.CREATED, kind = SubjectKind.TEMPLATE)
    @Operation(hidden = true)
    public Response begin(
            @Context HttpHeaders headers, @Context SecurityIdentity identity, MultivaluedMap<String, String> form) {
        var reader = readers.signedIn(headers, identity);
        var key = String.valueOf(form.getFirst("key")).strip();
        try {
            shelf.copy(
                    new SourceKey(kind, String.valueOf(form.getFirst("from"))),
                    new SourceKey(kind, key),
                    identity.getPrincipal().getName());
            return Response.seeOther(URI.create("/" + kind.plural() + "/" + key + "/workshop"))
                    .build();
        } catch (ProblemException wrong) {
            return Response.status(wrong.status()).entity(list(reader, wrong)).build();
        }
    }

    @GET
    @Path("{key}")
    @RolesAllowed({"author", "approver", "operator", "admin"})
    @Operation(hidden = true)
    public String detail(
            @Context HttpHeaders headers,
            @Context SecurityIdentity identity,
            @PathParam("key") String key,
            @QueryParam("notice") @Nullable String notice) {
        var reader = readers.signedIn(headers, identity);
        return detail(reader, key, notice, null);
    }

    private String detail(Reader reader, String key, @Nullable String notice, @Nullable ProblemException fault) {
        return Pages.detail(reader, shelf.detail(new SourceKey(kind, key), reader), notice, fault)
                .setLocale(reader.language())
                .render();
    }

    /** Submits a version of each template that uses an older version of a part. */
    @POST
    @Path("{key}/adopt")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"author", "admin"})
    @Audited(value = AuditAction.SUBMITTED, kind = SubjectKind.TEMPLATE, subject = "key")
    @Operation(hidden = true)
    public Response adopt(
            @Context HttpHeaders headers,
            @Context SecurityIdentity identity,
            @PathParam("key") String key,
            MultivaluedMap<String, String> form) {
        var reader = readers.signedIn(headers, identity);
        try {
            workshop.adopt(
                    new SourceKey(kind, key),
                    Forms.number(form, "version"),
                    Forms.json(form, "reason"),
                    identity.getPrincipal().getName());
            return Response.seeOther(URI.create("/" + kind.plural() + "/" + key + "?notice=adopted"))
                    .build();
        } catch (ProblemException wrong) {
            return Response.status(wrong.status())
                    .entity(detail(reader, key, null, wrong))
                    .build();
        }
    }
}
