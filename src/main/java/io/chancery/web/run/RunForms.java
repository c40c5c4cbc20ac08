package io.chancery.web.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.chancery.message.Runs;
import io.chancery.message.Runs.Act;
import io.chancery.message.Runs.FileForm;
import io.chancery.message.Visibility;
import io.chancery.platform.ProblemException;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.web.Readers;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** What can be done with a run on its page. */
@Path("/runs/{id}")
class RunForms {

    private final Runs runs;
    private final Readers readers;
    private final SecurityIdentity caller;

    RunForms(Runs runs, Readers readers, SecurityIdentity caller) {
        this.runs = runs;
        this.readers = readers;
        this.caller = caller;
    }

    @POST
    @Path("items")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({"operator", "admin"})
    @Audited(value = AuditAction.IMPORTED, kind = SubjectKind.RUN, subject = "id", intake = true)
    @Operation(hidden = true)
    public Response upload(
            @PathParam("id") UUID id,
            @RestForm("file") @Nullable FileUpload file,
            @RestForm("delimiter") @DefaultValue(",") String delimiter)
            throws IOException {
        if (file == null) {
            return back(id, "?problem=no-file");
        }
        boolean csv = Stream.of(".csv", ".txt", ".tsv").anyMatch(file.fileName().toLowerCase(Locale.ROOT)::endsWith);
        var sign = delimiter.equals("tab") ? '\t' : delimiter.isEmpty() ? ',' : delimiter.charAt(0);
        try (var content = Files.newInputStream(file.uploadedFile())) {
            var form = new FileForm(1, csv ? sign : null, StandardCharsets.UTF_8);
            var counts = runs.upload(id, Visibility.of(caller), form, content);
            return back(
                    id,
                    "?lines=" + counts.added() + "-" + counts.corrected() + "-" + counts.repeated() + "-"
                            + counts.changed() + "-" + counts.refused());
        } catch (ProblemException refused) {
            return back(id, "?problem=" + refused.code());
        }
    }

    @POST
    @Path("{act}")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.WILDCARD})
    @RolesAllowed({"operator", "admin"})
    @Audited(value = AuditAction.CHANGED, kind = SubjectKind.RUN, subject = "id", detail = "act")
    @Operation(hidden = true)
    public Response act(
            @Context HttpHeaders headers,
            @PathParam("id") UUID id,
            @PathParam("act") String act,
            @FormParam("at") @DefaultValue("") String at,
            @FormParam("onFaults") @DefaultValue("") String onFaults) {
        var how = JsonNodeFactory.instance.objectNode();
        if (!at.isEmpty()) {
            how.put("at", instant(at, headers));
        }
        if (!onFaults.isEmpty()) {
            how.put("onFaults", onFaults);
        }
        try {
            runs.act(id, Visibility.of(caller), actOf(act), how);
            return back(id, "");
        } catch (ProblemException refused) {
            return back(id, "?problem=" + refused.code());
        }
    }

    /** A time in the zone in which the reader reads; what is none is left to the front door to refuse. */
    private String instant(String at, HttpHeaders headers) {
        try {
            var zone = readers.signedIn(headers, caller).zone();
            return LocalDateTime.parse(at).atZone(zone).toInstant().toString();
        } catch (DateTimeException noTime) {
            return at;
        }
    }

    private static Act actOf(String name) {
        try {
            return Act.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new NotFoundException(unknown);
        }
    }

    @GET
    @Path("faults.csv")
    @Produces("text/csv")
    @RolesAllowed({"operator", "admin"})
    @Operation(hidden = true)
    public Response faults(@PathParam("id") UUID id) {
        runs.get(id, Visibility.of(caller));
        StreamingOutput body = output -> runs.writeFaults(id, output);
        return Response.ok(body, "text/csv; charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"run-" + id + "-faults.csv\"")
                .build();
    }

    private static Response back(UUID id, String query) {
        return Response.seeOther(URI.create("/runs/" + id + query)).build();
    }
}
