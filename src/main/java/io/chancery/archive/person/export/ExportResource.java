package io.chancery.archive.person.export;

import io.chancery.archive.DataProtection;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Hands a person's data out (GDPR Art. 15 and 20). */
@Path("/api/v1/customers/{ucid}/gdpr-export")
@Tag(name = "Data protection")
class ExportResource {

    private final DataProtection protection;

    ExportResource(DataProtection protection) {
        this.protection = protection;
    }

    @GET
    @Produces("application/zip")
    @RolesAllowed("compliance")
    @Audited(value = AuditAction.EXPORTED, kind = SubjectKind.CUSTOMER, subject = "ucid")
    @Operation(
            summary = "Everything that is kept about one person, for the person (GDPR Art. 15 and 20), as a ZIP",
            description =
                    "index.html says in German and English what is in it; data/ has all data as JSON, portability/ what the"
                            + " person gave as CSV, documents/ what was sent, byte for byte. Nothing of anybody else is in it.")
    @APIResponse(responseCode = "404", description = "unknown-customer")
    @APIResponse(responseCode = "410", description = "customer-erased")
    public Response get(@PathParam("ucid") String ucid) {
        var file = protection.export(ucid);
        return Response.ok(file.content())
                .header("Content-Disposition", "attachment; filename=\"" + file.name() + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
