package io.chancery.archive.person;

import io.chancery.archive.DataProtection;
import io.chancery.archive.DataProtection.ErasureView;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.request.BodyFields;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The erasure of persons (GDPR Art. 17). */
@Path("/api/v1/customers/{ucid}/erasure")
@Tag(name = "Data protection")
@Produces(MediaType.APPLICATION_JSON)
class ErasureResource {

    private final DataProtection protection;
    private final SecurityIdentity caller;

    ErasureResource(DataProtection protection, SecurityIdentity caller) {
        this.protection = protection;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("compliance")
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.CUSTOMER, subject = "ucid")
    @Operation(
            summary = "What the erasure of a person has erased, or would erase, and what has to be kept until when",
            description =
                    "state is preview as long as nobody has asked for it, then waiting while something is on its way to"
                            + " the person or a legal hold is being placed (waitsFor says what, and who can do what about it), then erased. In the report, kept"
                            + " is what has to be kept, and stays what names nobody. The report of an erasure stays.")
    @APIResponse(responseCode = "404", description = "unknown-customer")
    public ErasureView get(@PathParam("ucid") String ucid) {
        return protection.erasure(ucid);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("compliance")
    @Audited(value = AuditAction.STARTED, kind = SubjectKind.CUSTOMER, subject = "ucid")
    @Operation(
            summary = "Erases a person (GDPR Art. 17)",
            description =
                    "What has not been sent is called off. Whatever no duty and no legal hold keeps is erased in one go; what"
                            + " has to be kept is restricted and goes at the end of its period. Asked for again, it is not"
                            + " done again. The reason is kept for ever and names nobody.")
    @APIResponse(responseCode = "200", description = "Erased; the report")
    @APIResponse(
            responseCode = "202",
            description = "Ordered: something on its way to the person, or a legal hold being placed, is waited for")
    @APIResponse(responseCode = "422", description = "invalid-erasure")
    public Response post(@PathParam("ucid") String ucid, byte[] body) {
        var view = protection.erase(ucid, BodyFields.read(body), caller);
        return Response.status(view.erasedAt() == null ? 202 : 200).entity(view).build();
    }
}
