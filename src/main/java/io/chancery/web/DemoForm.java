package io.chancery.web;

import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.security.ApiClient;
import io.chancery.web.demo.Demo;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Takes the form that sends the demo invoice. */
@Path("/demo/invoice")
class DemoForm {

    private final Demo demo;

    DemoForm(Demo demo) {
        this.demo = demo;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"system", "admin"})
    @Audited(value = AuditAction.CREATED, kind = SubjectKind.MESSAGE)
    @Operation(hidden = true)
    public Response send(@Context SecurityIdentity caller, @FormParam("recipient") String recipient) {
        var id = demo.sendInvoice(recipient, ApiClient.of(caller).id()).orElseThrow(NotFoundException::new);
        return Response.seeOther(URI.create("/messages/" + id)).build();
    }
}
