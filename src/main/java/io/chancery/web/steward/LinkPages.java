package io.chancery.web.steward;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chancery.customer.CustomerView;
import io.chancery.customer.Customers;
import io.chancery.customer.OperationResult;
import io.chancery.customer.StewardDesk;
import io.chancery.platform.ProblemException;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.vocabulary.Ucid;
import io.chancery.web.Reader;
import io.chancery.web.Readers;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
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
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Makes two customers one, and one two, after showing what would become of them. */
@Path("/customers/{ucid}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.WILDCARD)
class LinkPages {

    private static final int FOUND = 8;

    private final Readers readers;
    private final StewardDesk desk;
    private final Customers customers;
    private final SecurityIdentity caller;

    LinkPages(Readers readers, StewardDesk desk, Customers customers, SecurityIdentity caller) {
        this.readers = readers;
        this.desk = desk;
        this.customers = customers;
        this.caller = caller;
    }

    @CheckedTemplate
    static final class Pages {

        private Pages() {}

        static native TemplateInstance merge(Reader reader, Regrouping page);

        static native TemplateInstance split(Reader reader, Regrouping page);
    }

    @GET
    @Path("/merge")
    @RolesAllowed({"steward", "admin"})
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.CUSTOMER, subject = "ucid")
    @Operation(hidden = true)
    public Response merge(
            @Context HttpHeaders headers,
            @PathParam("ucid") String ucid,
            @QueryParam("other") @DefaultValue("") String other) {
        return merge(readers.signedIn(headers, caller), ucid, other, null);
    }

    private Response merge(Reader reader, String ucid, String other, @Nullable String problem) {
        var customer = customer(ucid);
        StewardDesk.@Nullable Preview preview = null;
        List<CustomerView> found = List.of();
        var wrong = problem;
        if (isUcid(other)) {
            try {
                preview = desk.previewMerge(ucid, bytes(order().put("other", other.strip())), by());
            } catch (ProblemException e) {
                wrong = e.code();
            }
        } else if (!other.isBlank()) {
            found = customers.find(other.strip(), null, FOUND + 1, reader.roles()).items().stream()
                    .filter(one -> !one.ucid().equals(customer.ucid()))
                    .limit(FOUND)
                    .toList();
        }
        var page = new Regrouping(customer, other, Set.of(), found, preview, wrong);
        return page(Pages.merge(reader, page), reader, problem);
    }

    @POST
    @Path("/merge")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"steward", "admin"})
    @Audited(value = AuditAction.MERGED, kind = SubjectKind.CUSTOMER, subject = "ucid")
    @Operation(hidden = true)
    public Response merged(
            @Context HttpHeaders headers, @PathParam("ucid") String ucid, MultivaluedMap<String, String> form) {
        var other = Objects.requireNonNullElse(form.getFirst("other"), "");
        var order = order().put("other", other);
        putText(order, "reason", form.getFirst("reason"));
        put(order, "version", form.getFirst("version"));
        put(order, "otherVersion", form.getFirst("otherVersion"));
        try {
            return seeOther(desk.merge(ucid, bytes(order), by()));
        } catch (ProblemException e) {
            return merge(readers.signedIn(headers, caller), ucid, other, e.code());
        }
    }

    @GET
    @Path("/split")
    @RolesAllowed({"steward", "admin"})
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.CUSTOMER, subject = "ucid")
    @Operation(hidden = true)
    public Response split(
            @Context HttpHeaders headers, @PathParam("ucid") String ucid, @QueryParam("record") List<String> records) {
        return split(readers.signedIn(headers, caller), ucid, records, null);
    }

    private Response split(Reader reader, String ucid, List<String> records, @Nullable String problem) {
        var customer = customer(ucid);
        StewardDesk.@Nullable Preview preview = null;
        var wrong = problem;
        if (!records.isEmpty()) {
            try {
                preview = desk.previewSplit(ucid, bytes(order(records)), by());
            } catch (ProblemException e) {
                wrong = e.code();
            }
        }
        var page = new Regrouping(customer, "", new LinkedHashSet<>(records), List.of(), preview, wrong);
        return page(Pages.split(reader, page), reader, problem);
    }

    @POST
    @Path("/split")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"steward", "admin"})
    @Audited(value = AuditAction.SPLIT, kind = SubjectKind.CUSTOMER, subject = "ucid")
    @Operation(hidden = true)
    public Response parted(
            @Context HttpHeaders headers, @PathParam("ucid") String ucid, MultivaluedMap<String, String> form) {
        var records = form.getOrDefault("record", List.of());
        var order = order(records);
        putText(order, "reason", form.getFirst("reason"));
        put(order, "version", form.getFirst("version"));
        try {
            return seeOther(desk.split(ucid, bytes(order), by()));
        } catch (ProblemException e) {
            return split(readers.signedIn(headers, caller), ucid, records, e.code());
        }
    }

    private CustomerView customer(String ucid) {
        if (!isUcid(ucid)) {
            throw new NotFoundException();
        }
        return customers.get(new Ucid(ucid));
    }

    private static boolean isUcid(String text) {
        try {
            return !new Ucid(text.strip()).text().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static ObjectNode order() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** @param records each as source/record */
    private static ObjectNode order(List<String> records) {
        var order = order();
        var leaving = order.putArray("records");
        for (var record : records) {
            int slash = record.indexOf('/');
            leaving.addObject()
                    .put("source", record.substring(0, Math.max(slash, 0)))
                    .put("record", record.substring(slash + 1));
        }
        return order;
    }

    private static void put(ObjectNode order, String field, @Nullable String number) {
        if (number != null && number.matches("[1-9][0-9]{0,17}")) {
            order.put(field, Long.parseLong(number));
        }
    }

    private static void putText(ObjectNode order, String field, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            order.put(field, text.strip());
        }
    }

    private static byte[] bytes(ObjectNode order) {
        return order.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String by() {
        return caller.getPrincipal().getName();
    }

    private static Response page(TemplateInstance page, Reader reader, @Nullable String problem) {
        return Response.status(problem == null ? 200 : 422)
                .entity(page.setLocale(reader.language()).render())
                .build();
    }

    /** To what was done, where it can be taken back. */
    private static Response seeOther(OperationResult result) {
        URI there = UriBuilder.fromPath("/link-operations")
                .queryParam("done", result.operation())
                .build();
        return Response.seeOther(there).build();
    }
}
