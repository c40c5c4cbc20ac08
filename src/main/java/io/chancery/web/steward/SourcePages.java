package io.chancery.web.steward;

import io.chancery.customer.ImportReport;
import io.chancery.customer.ImportView;
import io.chancery.customer.SourceDesk;
import io.chancery.platform.ProblemException;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
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
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** What the sources bring, how good it is, and their files. */
@Path("/sources")
@Produces(MediaType.TEXT_HTML)
class SourcePages {

    private static final int SHOWN = 15;

    private final Readers readers;
    private final SourceDesk desk;
    private final SecurityIdentity caller;

    SourcePages(Readers readers, SourceDesk desk, SecurityIdentity caller) {
        this.readers = readers;
        this.desk = desk;
        this.caller = caller;
    }

    @CheckedTemplate
    static final class Pages {

        private Pages() {}

        static native TemplateInstance list(Reader reader, Board board);

        static native TemplateInstance source(Reader reader, SourceSheet sheet);

        static native TemplateInstance delivery(Reader reader, ImportReport report);

        static native TemplateInstance record(Reader reader, SourceDesk.RecordPage page);
    }

    /**
     * A source with its newest imports.
     *
     * @param next where older imports begin; null if there are none
     * @param problem why a file was not taken; null if none was refused
     */
    record SourceSheet(
            SourceDesk.Overview source,
            List<ImportView> imports,
            @Nullable UUID next,
            @Nullable ProblemException problem) {}

    @GET
    @RolesAllowed({"steward", "agent", "compliance", "operator", "admin"})
    @Operation(hidden = true)
    public String list(@Context HttpHeaders headers) {
        return page(Pages.list(reader(headers), new Board(desk.list())), reader(headers));
    }

    @GET
    @Path("/{source}")
    @RolesAllowed({"steward", "compliance", "operator", "admin"})
    @Operation(hidden = true)
    public String source(
            @Context HttpHeaders headers, @PathParam("source") String source, @QueryParam("next") @Nullable UUID next) {
        return source(reader(headers), source, next, null);
    }

    private String source(Reader reader, String source, @Nullable UUID next, @Nullable ProblemException problem) {
        var imports = desk.imports(source, next, SHOWN);
        var older = imports.size() < SHOWN ? null : imports.get(SHOWN - 1).id();
        return page(Pages.source(reader, new SourceSheet(desk.get(source), imports, older, problem)), reader);
    }

    @POST
    @Path("/{source}/imports")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({"steward", "admin"})
    @Audited(value = AuditAction.IMPORTED, kind = SubjectKind.SOURCE, subject = "source")
    @Operation(hidden = true)
    public Response take(
            @Context HttpHeaders headers,
            @PathParam("source") String source,
            @RestForm("file") @Nullable FileUpload file) {
        if (file == null || file.size() == 0) {
            return Response.seeOther(URI.create("/sources/" + source)).build();
        }
        try (var content = Files.newInputStream(file.uploadedFile())) {
            var id = desk.take(source, String.valueOf(file.fileName()), content);
            return Response.seeOther(URI.create("/sources/" + source + "/imports/" + id))
                    .build();
        } catch (ProblemException e) {
            return Response.status(e.status())
                    .entity(source(reader(headers), source, null, e))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GET
    @Path("/{source}/imports/{id}")
    @RolesAllowed({"steward", "compliance", "operator", "admin"})
    @Operation(hidden = true)
    public String delivery(@Context HttpHeaders headers, @PathParam("id") UUID id) {
        return page(Pages.delivery(reader(headers), desk.report(id)), reader(headers));
    }

    @POST
    @Path("/{source}/imports/{id}/cancel")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({"steward", "operator", "admin"})
    @Audited(value = AuditAction.CANCELLED, kind = SubjectKind.IMPORT, subject = "id")
    @Operation(hidden = true)
    public Response cancel(@PathParam("source") String source, @PathParam("id") UUID id) {
        desk.cancel(id);
        return Response.seeOther(URI.create("/sources/" + source + "/imports/" + id))
                .build();
    }

    @GET
    @Path("/{source}/records/{record}")
    @RolesAllowed({"steward", "compliance", "admin"})
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.RECORD, subject = "record", detail = "source")
    @Operation(hidden = true)
    public String record(
            @Context HttpHeaders headers, @PathParam("source") String source, @PathParam("record") String record) {
        return page(Pages.record(reader(headers), desk.record(source, record)), reader(headers));
    }

    private Reader reader(HttpHeaders headers) {
        return readers.signedIn(headers, caller);
    }

    private static String page(TemplateInstance page, Reader reader) {
        return page.setLocale(reader.language()).render();
    }
}
