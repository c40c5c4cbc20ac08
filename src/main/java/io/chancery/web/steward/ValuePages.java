package io.chancery.web.steward;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.chancery.customer.CustomerView;
import io.chancery.customer.Customers;
import io.chancery.customer.StewardDesk;
import io.chancery.platform.ProblemException;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.vocabulary.Ucid;
import io.chancery.web.Reader;
import io.chancery.web.Readers;
import io.chancery.web.customer.Form;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Values that a steward knows better than the sources. */
@Path("/customers/{ucid}/values")
@Produces(MediaType.TEXT_HTML)
class ValuePages {

    /** What can be set; a whole address has a form of its own. */
    private static final List<String> ATTRIBUTES = List.of(
            "salutation",
            "title",
            "givenName",
            "familyName",
            "birthDate",
            "language",
            "preferredChannel",
            "email",
            "mobile",
            "phone");

    private final Readers readers;
    private final StewardDesk desk;
    private final Customers customers;
    private final SecurityIdentity caller;

    ValuePages(Readers readers, StewardDesk desk, Customers customers, SecurityIdentity caller) {
        this.readers = readers;
        this.desk = desk;
        this.customers = customers;
        this.caller = caller;
    }

    @CheckedTemplate
    static final class Pages {

        private Pages() {}

        static native TemplateInstance value(
                Reader reader,
                CustomerView customer,
                List<StewardDesk.HandValue> values,
                List<String> attributes,
                Form form);
    }

    @GET
    @RolesAllowed({"steward", "admin"})
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.CUSTOMER, subject = "ucid")
    @Operation(hidden = true)
    public String value(@Context HttpHeaders headers, @PathParam("ucid") String ucid) {
        return page(headers, ucid, Form.NONE);
    }

    private String page(HttpHeaders headers, String ucid, Form form) {
        var reader = readers.signedIn(headers, caller);
        var customer = customers.get(new Ucid(ucid));
        return Pages.value(reader, customer, desk.handValues(customer.ucid()), ATTRIBUTES, form)
                .setLocale(reader.language())
                .render();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"steward", "admin"})
    @Audited(value = AuditAction.CHANGED, kind = SubjectKind.CUSTOMER, subject = "ucid")
    @Operation(hidden = true)
    public Response set(
            @Context HttpHeaders headers, @PathParam("ucid") String ucid, MultivaluedMap<String, String> fields) {
        var attribute = Objects.requireNonNullElse(fields.getFirst("attribute"), "");
        var order = JsonNodeFactory.instance.objectNode();
        if (attribute.equals("address")) {
            order.set("value", Form.order(fields, "street", "postcode", "city", "country"));
        } else {
            order.put("value", Form.filled(fields, "value"));
        }
        try {
            var body = order.toString().getBytes(StandardCharsets.UTF_8);
            desk.setValue(ucid, attribute, body, version(fields.getFirst("version")), by());
            return Response.seeOther(back(ucid)).build();
        } catch (ProblemException e) {
            return Response.status(e.status())
                    .entity(page(headers, ucid, Form.refused("value", fields, e)))
                    .build();
        }
    }

    @POST
    @Path("/{attribute}/delete")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"steward", "admin"})
    @Audited(value = AuditAction.CHANGED, kind = SubjectKind.CUSTOMER, subject = "ucid", detail = "attribute")
    @Operation(hidden = true)
    public Response takeBack(
            @Context HttpHeaders headers,
            @PathParam("ucid") String ucid,
            @PathParam("attribute") String attribute,
            @FormParam("version") @Nullable String version) {
        try {
            desk.takeBackValue(ucid, attribute, version(version));
            return Response.seeOther(back(ucid)).build();
        } catch (ProblemException e) {
            var sent = new MultivaluedHashMap<String, String>();
            return Response.status(e.status())
                    .entity(page(headers, ucid, Form.refused("back", sent, e)))
                    .build();
        }
    }

    private static long version(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    private static URI back(String ucid) {
        return UriBuilder.fromPath("/customers/{ucid}")
                .queryParam("done", "value")
                .build(ucid);
    }

    private String by() {
        return caller.getPrincipal().getName();
    }
}
