package io.chancery.template.exchange;

import io.chancery.template.FaultyTemplatesException;
import io.chancery.template.ImportReport;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/templates")
@Tag(name = "Templates")
class ExchangeResource {

    private final TemplateImportJob imports;

    ExchangeResource(TemplateImportJob imports) {
        this.imports = imports;
    }

    @POST
    @Path("/import")
    @RolesAllowed({"author", "admin"})
    @Operation(summary = "Publishes what the templates folder has changed since it was imported last")
    @APIResponse(responseCode = "200", description = "The version of each part, and which of them are new")
    @APIResponse(
            responseCode = "422",
            description = "faulty-templates: every fault of the folder; nothing was imported")
    public ImportReport importFolder() {
        var report = imports.run();
        if (!report.isClean()) {
            throw FaultyTemplatesException.folder(report);
        }
        return report;
    }
}
