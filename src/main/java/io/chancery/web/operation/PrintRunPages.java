package io.chancery.web.operation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.chancery.dispatch.PrintRuns;
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
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
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
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Print runs, one of them, and what the printer's files said that nobody understood. */
@Path("/print-runs")
@Produces(MediaType.TEXT_HTML)
class PrintRunPages {

    private static final int PAGE_SIZE = 25;
    private static final int FAULTS = 50;
    private static final String NEWEST = "1000000000";

    private final PrintRuns runs;
    private final Readers readers;
    private final SecurityIdentity caller;

    PrintRunPages(PrintRuns runs, Readers readers, SecurityIdentity caller) {
        this.runs = runs;
        this.readers = readers;
        this.caller = caller;
    }

    /** @param next the number before which the page that follows begins; null on the last one */
    record PrintRunList(
            List<PrintRuns.View> rows,
            List<PrintRuns.ResponseFault> faults,
            boolean active,
            @Nullable Integer next) {}

    @CheckedTemplate
    static final class Pages {

        private Pages() {}

        static native TemplateInstance list(Reader reader, PrintRunList page, String problem);

        static native TemplateInstance run(Reader reader, PrintRuns.View run, String problem, String done);
    }

    @GET
    @RolesAllowed({"operator", "admin"})
    @Operation(hidden = true)
    public String list(
            @Context HttpHeaders headers,
            @QueryParam("before") @DefaultValue(NEWEST) long before,
            @QueryParam("problem") @DefaultValue("") String problem) {
        var reader = readers.signedIn(headers, caller);
        var found = runs.list(before, PAGE_SIZE + 1);
        boolean more = found.size() > PAGE_SIZE;
        var part = more ? found.subList(0, PAGE_SIZE) : found;
        var page = new PrintRunList(
                List.copyOf(part),
                runs.faults(FAULTS),
                runs.isActive(),
                more ? part.get(PAGE_SIZE - 1).number() : null);
        return Pages.list(reader, page, problem).setLocale(reader.language()).render();
    }

    @POST
    @RolesAllowed({"operator", "admin"})
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.WILDCARD})
    @Audited(value = AuditAction.CREATED, kind = SubjectKind.PRINT_RUN)
    @Operation(hidden = true)
    public Response make() {
        return answer("/print-runs", () -> "/print-runs/" + runs.make().number());
    }

    @GET
    @Path("{number}")
    @RolesAllowed({"operator", "admin"})
    @Operation(hidden = true)
    public String run(
            @Context HttpHeaders headers,
            @PathParam("number") int number,
            @QueryParam("problem") @DefaultValue("") String problem,
            @QueryParam("done") @DefaultValue("") String done) {
        var reader = readers.signedIn(headers, caller);
        return Pages.run(reader, runs.get(number), problem, done.matches("\\d{1,5}") ? done : "")
                .setLocale(reader.language())
                .render();
    }

    @POST
    @Path("{number}/reprint")
    @RolesAllowed({"operator", "admin"})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Audited(value = AuditAction.STARTED, kind = SubjectKind.PRINT_RUN, subject = "number")
    @Operation(hidden = true)
    public Response reprint(
            @PathParam("number") int number,
            @FormParam("pieces") @DefaultValue("") String pieces,
            @FormParam("from") @DefaultValue("") String from,
            @FormParam("to") @DefaultValue("") String to) {
        var order = JsonNodeFactory.instance.objectNode();
        if (from.isBlank() && to.isBlank()) {
            var list = order.putArray("pieces");
            Stream.of(pieces.split("[\\s,;]+")).filter(one -> !one.isEmpty()).forEach(list::add);
        } else {
            order.put("from", from.strip());
            order.put("to", to.strip());
        }
        var here = "/print-runs/" + number;
        return answer(here, () -> here + "?done=" + runs.reprint(number, order).size());
    }

    @POST
    @Path("{number}/batches/{name}/retry")
    @RolesAllowed({"operator", "admin"})
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.WILDCARD})
    @Audited(value = AuditAction.STARTED, kind = SubjectKind.PRINT_RUN, subject = "number", detail = "name")
    @Operation(hidden = true)
    public Response retry(@PathParam("number") int number, @PathParam("name") String name) {
        var here = "/print-runs/" + number;
        return answer(here, () -> {
            runs.retry(number, name);
            return here;
        });
    }

    private static Response answer(String here, Supplier<String> work) {
        try {
            return Response.seeOther(URI.create(work.get())).build();
        } catch (ProblemException refused) {
            return Response.seeOther(URI.create(here + "?problem=" + refused.code()))
                    .build();
        }
    }
}
