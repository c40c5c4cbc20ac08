package io.chancery.web.administration;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chancery.platform.ProblemException;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.request.BodyFields;
import io.chancery.platform.webhook.EventType;
import io.chancery.platform.webhook.LogTable.Entry;
import io.chancery.platform.webhook.Webhook;
import io.chancery.platform.webhook.WebhookDesk;
import io.chancery.web.Reader;
import io.chancery.web.form.Faults;
import io.chancery.web.form.Visit;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Where systems are told of what becomes of messages: made, tried out, told once more. */
@Path("/webhooks")
@Produces(MediaType.TEXT_HTML)
class WebhookPages {

    private static final int AT_ONCE = 50;

    private final WebhookDesk desk;
    private final Visit visit;

    WebhookPages(WebhookDesk desk, Visit visit) {
        this.desk = desk;
        this.visit = visit;
    }

    /** The list and the form beside it. */
    record Hooks(List<Webhook> items, String url, String description) {

        /** For the choice of events. */
        public TreeSet<String> events() {
            return new TreeSet<>(EventType.ALL);
        }
    }

    /**
     * One of them with what it was told.
     *
     * @param next null on the last page
     */
    record Hook(
            Webhook webhook,
            List<Entry> log,
            String status,
            @Nullable UUID next,
            String done) {}

    @CheckedTemplate
    static final class Pages {

        private Pages() {}

        static native TemplateInstance list(Reader reader, Hooks hooks, Faults faults);

        static native TemplateInstance webhook(Reader reader, Hook hook, Faults faults);
    }

    @GET
    @RolesAllowed({"operator", "admin"})
    @Operation(hidden = true)
    public Response list() {
        return list("", "", Faults.NONE);
    }

    private Response list(String url, String description, Faults faults) {
        var hooks = new Hooks(desk.list(visit.caller()), url, description);
        return visit.answer(Pages.list(visit.reader(), hooks, faults), faults);
    }

    /** The secret stands in the answer itself, which nobody keeps. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"operator", "admin"})
    @Audited(value = AuditAction.CREATED, kind = SubjectKind.WEBHOOK)
    @Operation(hidden = true)
    public Response create(
            @FormParam("url") @Nullable String url,
            @FormParam("description") @Nullable String description,
            @FormParam("events") @Nullable List<String> events) {
        var order = JsonNodeFactory.instance.objectNode();
        put(order, "url", url);
        put(order, "description", description);
        if (events != null) {
            events.forEach(order.putArray("events")::add);
        }
        try {
            var made = desk.create(desk.read(new BodyFields(order)), visit.caller());
            return show(made, "created", Faults.NONE);
        } catch (ProblemException e) {
            return list(
                    url == null ? "" : url,
                    description == null ? "" : description,
                    Faults.of(e, visit.reader().language()));
        }
    }

    private static void put(ObjectNode order, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            order.put(name, value.strip());
        }
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"operator", "admin"})
    @Operation(hidden = true)
    public Response get(@PathParam("id") UUID id) {
        return show(desk.get(id, visit.caller()), visit.parameter("done"), Faults.NONE);
    }

    private Response show(Webhook webhook, String done, Faults faults) {
        var status = visit.parameter("status");
        var after = visit.parameter("after");
        var found = desk.log(
                webhook.id(),
                status.isEmpty() ? null : status,
                after.isEmpty() ? null : after,
                AT_ONCE,
                visit.caller());
        boolean more = found.size() > AT_ONCE;
        var log = more ? found.subList(0, AT_ONCE) : found;
        var next = more ? log.get(AT_ONCE - 1).id() : null;
        return visit.answer(Pages.webhook(visit.reader(), new Hook(webhook, log, status, next, done), faults), faults);
    }

    /** Something that is done to a webhook. */
    private interface Deed {
        void to(UUID id);
    }

    private Response does(UUID id, String done, Deed deed) {
        try {
            deed.to(id);
            return Visit.leadTo("/webhooks/" + id + "?done=" + done);
        } catch (ProblemException e) {
            return show(
                    desk.get(id, visit.caller()),
                    "",
                    Faults.of(e, visit.reader().language()));
        }
    }

    @POST
    @Path("{id}/test")
    @RolesAllowed({"operator", "admin"})
    @Audited(value = AuditAction.STARTED, kind = SubjectKind.WEBHOOK, subject = "id")
    @Operation(hidden = true)
    public Response test(@PathParam("id") UUID id) {
        return does(id, "tested", one -> desk.test(one, visit.caller()));
    }

    @POST
    @Path("{id}/enabled")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"operator", "admin"})
    @Audited(value = AuditAction.CHANGED, kind = SubjectKind.WEBHOOK, subject = "id")
    @Operation(hidden = true)
    public Response enable(@PathParam("id") UUID id, @FormParam("enabled") boolean enabled) {
        var order = JsonNodeFactory.instance.objectNode().put("enabled", enabled);
        return does(id, "changed", one -> desk.change(one, new BodyFields(order), visit.caller()));
    }

    @POST
    @Path("{id}/rotate")
    @RolesAllowed({"operator", "admin"})
    @Audited(value = AuditAction.CHANGED, kind = SubjectKind.WEBHOOK, subject = "id")
    @Operation(hidden = true)
    public Response rotate(@PathParam("id") UUID id) {
        return show(desk.rotate(id, visit.caller()), "rotated", Faults.NONE);
    }

    @POST
    @Path("{id}/deliveries/{delivery}/replay")
    @RolesAllowed({"operator", "admin"})
    @Audited(value = AuditAction.STARTED, kind = SubjectKind.WEBHOOK, subject = "id", detail = "delivery")
    @Operation(hidden = true)
    public Response replay(@PathParam("id") UUID id, @PathParam("delivery") UUID delivery) {
        return does(id, "replayed", one -> desk.replay(one, delivery, visit.caller()));
    }

    @POST
    @Path("{id}/delete")
    @RolesAllowed({"operator", "admin"})
    @Audited(value = AuditAction.DELETED, kind = SubjectKind.WEBHOOK, subject = "id")
    @Operation(hidden = true)
    public Response delete(@PathParam("id") UUID id) {
        desk.delete(id, visit.caller());
        return Visit.leadTo("/webhooks");
    }
}
