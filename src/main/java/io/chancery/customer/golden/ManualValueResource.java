package io.chancery.customer.golden;

import io.chancery.customer.Customers;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.request.EntityTag;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Golden values that a steward sets by hand. */
@Path("/api/v1/customers/{ucid}/values")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
class ManualValueResource {

    private final Customers customers;
    private final ManualValues values;
    private final SecurityIdentity caller;

    ManualValueResource(Customers customers, ManualValues values, SecurityIdentity caller) {
        this.customers = customers;
        this.values = values;
        this.caller = caller;
    }

    /** What is set by hand; never so much that it needs pages. */
    record ManualValueList(List<ManualValues.Kept> items) {}

    @GET
    @RolesAllowed({"steward", "compliance", "admin"})
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.CUSTOMER, subject = "ucid")
    @Operation(summary = "What is set by hand for a customer")
    public ManualValueList list(@PathParam("ucid") String ucid) {
        return new ManualValueList(values.list(customers.getId(ucid)));
    }

    @PUT
    @Path("/{attribute}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"steward", "admin"})
    @Audited(value = AuditAction.CHANGED, kind = SubjectKind.CUSTOMER, subject = "ucid", detail = "attribute")
    @Operation(
            summary = "Sets a golden value by hand: an attribute of the view, or the whole address",
            description = "The value is a source of its own. It stands as long as no source that is trusted more says"
                    + " something; with full trust, until it is taken back. It follows the customer when it is merged.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = {
                                @ExampleObject(name = "familyName", value = "{\"value\": \"Müller-Lang\"}"),
                                @ExampleObject(name = "address", value = """
                                        {"value": {"street": "Am Hang 5", "postcode": "12043", "city": "Berlin",
                                         "country": "DE"}, "trust": 85}
                                        """)
                            }))
    @APIResponse(responseCode = "204", description = "The ETag is the version now")
    @APIResponse(
            responseCode = "409",
            description = "stale-version: If-Match names another version than the current one")
    @APIResponse(responseCode = "422", description = "invalid-value: each fault with its pointer")
    public Response put(
            @PathParam("ucid") String ucid,
            @PathParam("attribute") String attribute,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
            byte[] body) {
        var customerId = customers.getId(ucid);
        var setting = ManualValues.read(
                customerId, attribute, body, caller.getPrincipal().getName());
        return changed(values.put(setting, version(seen)));
    }

    @DELETE
    @Path("/{attribute}")
    @RolesAllowed({"steward", "admin"})
    @Audited(value = AuditAction.CHANGED, kind = SubjectKind.CUSTOMER, subject = "ucid", detail = "attribute")
    @Operation(summary = "Takes a value that was set by hand back: the sources decide again")
    @APIResponse(responseCode = "204", description = "The ETag is the version now")
    @APIResponse(
            responseCode = "409",
            description = "stale-version: If-Match names another version than the current one")
    public Response delete(
            @PathParam("ucid") String ucid,
            @PathParam("attribute") String attribute,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen) {
        var customerId = customers.getId(ucid);
        return changed(values.remove(customerId, attribute, version(seen)));
    }

    private static long version(@Nullable String seen) {
        return EntityTag.version(seen).orElseThrow(InvalidValueException::versionMissing);
    }

    private static Response changed(long version) {
        return Response.noContent().tag(Long.toString(version)).build();
    }
}
