package io.chancery.template.exchange;

import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.template.ImportReport;
import io.chancery.template.ImportReport.SourceFault;
import io.chancery.template.Templates;
import io.chancery.template.source.SourceArchive;
import io.chancery.template.source.TemplateLibrary;
import io.chancery.template.store.FaultyTemplatesException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Templates between a folder, Git and other installations. */
@Path("/api/v1/templates")
@Tag(name = "Templates")
class ExchangeResource {

    private static final String ZIP = "application/zip";

    private final TemplateImportJob imports;
    private final Templates templates;

    ExchangeResource(TemplateImportJob imports, Templates templates) {
        this.imports = imports;
        this.templates = templates;
    }

    /** All that is wrong with a folder. */
    record Validation(boolean valid, List<SourceFault> faults) {}

    @POST
    @Path("/import")
    @RolesAllowed({"author", "admin"})
    @Audited(value = AuditAction.IMPORTED, kind = SubjectKind.TEMPLATE)
    @Operation(summary = "Publishes what the templates folder has changed since it was imported last")
    @APIResponse(responseCode = "200", description = "The version of each part, and which of them are new")
    @APIResponse(
            responseCode = "422",
            description = "faulty-templates: every fault of the folder; nothing was imported")
    public ImportReport importFolder() {
        return demandClean(imports.run());
    }

    @POST
    @Path("/import")
    @Consumes(ZIP)
    @RolesAllowed({"admin"})
    @Audited(value = AuditAction.IMPORTED, kind = SubjectKind.TEMPLATE)
    @Operation(summary = "Publishes what a folder, sent as a ZIP file, has changed since one was imported last")
    @APIResponse(responseCode = "200", description = "The version of each part, and which of them are new")
    @APIResponse(responseCode = "422", description = "faulty-templates: every fault; nothing was imported")
    public ImportReport importArchive(InputStream zip) throws IOException {
        return demandClean(templates.publish(TemplateLibrary.read(zip)));
    }

    @POST
    @Path("/validation")
    @Consumes(ZIP)
    @RolesAllowed({"author", "approver", "admin"})
    @Operation(
            summary = "Checks a folder, sent as a ZIP file, as an import would, and changes nothing",
            description = "Every fault in one go: file, line, place and reason. For builds: the answer's valid is false"
                    + " if there is any.")
    @APIResponse(responseCode = "200", description = "Whether it is valid, and each fault")
    public Validation validate(InputStream zip) throws IOException {
        var faults = templates.check(TemplateLibrary.read(zip));
        return new Validation(faults.isEmpty(), faults);
    }

    @GET
    @Path("/export")
    @Produces(ZIP)
    @RolesAllowed({"author", "approver", "operator", "admin"})
    @Audited(value = AuditAction.EXPORTED, kind = SubjectKind.TEMPLATE)
    @Operation(
            summary =
                    "Everything that is live as a folder in a ZIP file, byte for byte as it was imported or submitted",
            description = "For review in Git, or to be imported elsewhere. The same templates give the same file.")
    public Response export() {
        var folder = templates.export();
        return Response.ok((StreamingOutput) stream -> SourceArchive.write(folder, stream))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"templates.zip\"")
                .build();
    }

    private static ImportReport demandClean(ImportReport report) {
        if (!report.isClean()) {
            throw FaultyTemplatesException.folder(report);
        }
        return report;
    }
}
