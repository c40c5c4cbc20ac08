package io.chancery.web.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.message.RunStatus;
import io.chancery.message.RunView;
import io.chancery.message.Runs;
import io.chancery.message.Runs.Failure;
import io.chancery.message.Runs.FaultPage;
import io.chancery.message.Runs.LineFault;
import io.chancery.message.Visibility;
import io.chancery.platform.ProblemException;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.security.ApiClient;
import io.chancery.web.Reader;
import io.chancery.web.Readers;
import io.chancery.web.TemplateTitles;
import io.chancery.web.form.Faults;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The runs, a new one, and one of them. */
@Path("/runs")
@Produces(MediaType.TEXT_HTML)
class RunPages {

    private static final int PAGE_SIZE = 25;
    private static final int FAULTS = 50;
    private static final int FAILURES = 10;

    private final Runs runs;
    private final TemplateTitles templates;
    private final Readers readers;
    private final SecurityIdentity caller;
    private final ObjectMapper json;

    RunPages(Runs runs, TemplateTitles templates, Readers readers, SecurityIdentity caller, ObjectMapper json) {
        this.runs = runs;
        this.templates = templates;
        this.readers = readers;
        this.caller = caller;
        this.json = json;
    }

    /**
     * One page of the list.
     *
     * @param status the one it is narrowed to; empty for all
     * @param next the cursor of the page that follows; null on the last one
     */
    record RunList(
            List<RunStages> rows,
            String status,
            boolean newest,
            @Nullable UUID next) {}

    /**
     * What went wrong.
     *
     * @param first whether the faults are those of the first lines that have any
     */
    record Trouble(List<Failure> failures, FaultPage faults, boolean first) {}

    /** What is said after something was done: counts of an upload, or a problem. */
    record Said(String problem, @Nullable String lines) {

        /** Of an upload: added, corrected, repeated, changed, refused. */
        public List<String> counts() {
            return lines == null ? List.of() : List.of(lines.split("-", -1));
        }
    }

    @CheckedTemplate
    static final class Pages {

        private Pages() {}

        static native TemplateInstance list(Reader reader, RunList page);

        static native TemplateInstance create(
                Reader reader, RunOrder order, List<TemplateTitles.Choice> templates, Faults faults);

        static native TemplateInstance run(Reader reader, RunStages page, Trouble trouble, Said said);
    }

    @GET
    @RolesAllowed({"operator", "admin"})
    @Operation(hidden = true)
    public String list(
            @Context HttpHeaders headers,
            @QueryParam("status") @DefaultValue("") String status,
            @QueryParam("after") @Nullable UUID after) {
        var reader = readers.signedIn(headers, caller);
        var found = runs.list(Visibility.of(caller), statusOf(status), after, PAGE_SIZE + 1);
        boolean more = found.size() > PAGE_SIZE;
        var part = more ? found.subList(0, PAGE_SIZE) : found;
        var rows = part.stream().map(run -> stages(run, reader)).toList();
        var page = new RunList(
                rows, status, after == null, more ? part.get(PAGE_SIZE - 1).id() : null);
        return Pages.list(reader, page).setLocale(reader.language()).render();
    }

    private RunStages stages(RunView run, Reader reader) {
        return new RunStages(run, templates.of(run.subject().template(), reader.language()));
    }

    private static @Nullable RunStatus statusOf(String code) {
        try {
            return code.isEmpty() ? null : RunStatus.of(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    @GET
    @Path("new")
    @RolesAllowed({"operator", "admin"})
    @Operation(hidden = true)
    public String blank(@Context HttpHeaders headers) {
        return form(headers, new RunOrder(), Faults.NONE);
    }

    private String form(HttpHeaders headers, RunOrder order, Faults faults) {
        var reader = readers.signedIn(headers, caller);
        return Pages.create(reader, order, templates.choices(reader.language()), faults)
                .setLocale(reader.language())
                .render();
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"operator", "admin"})
    @Audited(value = AuditAction.CREATED, kind = SubjectKind.RUN)
    @Operation(hidden = true)
    public Response create(@Context HttpHeaders headers, @BeanParam RunOrder order) {
        try {
            var created = runs.create(ApiClient.of(caller).id(), order.json(json));
            return Response.seeOther(URI.create("/runs/" + created.id())).build();
        } catch (ProblemException refused) {
            var language = readers.signedIn(headers, caller).language();
            return Response.status(refused.status())
                    .entity(form(headers, order, Faults.of(refused, language, "/defaults")))
                    .build();
        }
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"operator", "admin"})
    @Operation(hidden = true)
    public String run(
            @Context HttpHeaders headers,
            @PathParam("id") UUID id,
            @QueryParam("faults") @DefaultValue("0-0") String after,
            @QueryParam("problem") @DefaultValue("") String problem,
            @QueryParam("lines") @Nullable String lines) {
        var reader = readers.signedIn(headers, caller);
        var clientId = Visibility.of(caller);
        var page = stages(runs.get(id, clientId), reader);
        var faults = inWords(runs.faults(id, clientId, after, FAULTS), reader.language());
        var failures = runs.failures(id, clientId, reader.language(), FAILURES);
        var trouble = new Trouble(failures, faults, after.equals("0-0"));
        return Pages.run(reader, page, trouble, new Said(problem, counts(lines)))
                .setLocale(reader.language())
                .render();
    }

    private static FaultPage inWords(FaultPage faults, String language) {
        var items = faults.items().stream()
                .map(fault -> new LineFault(
                        fault.line(), fault.code(), fault.pointer(), Faults.words(fault.detail(), language)))
                .toList();
        return new FaultPage(items, faults.next());
    }

    private static @Nullable String counts(@Nullable String lines) {
        return lines != null && lines.matches("\\d{1,12}(-\\d{1,12}){4}") ? lines : null;
    }
}
