package io.chancery.template.life;

import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.platform.Fault;
import io.chancery.platform.request.BodyFields;
import io.chancery.platform.request.EntityTag;
import io.chancery.template.ImportReport.SourceFault;
import io.chancery.template.source.TemplateLibrary;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where authors work. */
@Path("/api/v1/templates/{key}/draft")
@Tag(name = "Templates")
class DraftResource {

    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_.-]*(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)?");
    private static final int MOST_FILES = 100;

    private final Drafts drafts;
    private final SecurityIdentity caller;

    DraftResource(Drafts drafts, SecurityIdentity caller) {
        this.drafts = drafts;
        this.caller = caller;
    }

    /**
     * A draft as authors see it.
     *
     * @param faults what keeps it from being submitted
     */
    record DraftView(
            String template,
            long revision,
            Map<String, String> files,
            List<String> editors,
            Instant editedAt,
            List<SourceFault> faults) {}

    @GET
    @RolesAllowed({"author", "approver", "admin"})
    @Operation(summary = "The draft of a template, with all that keeps it from being submitted")
    @APIResponse(responseCode = "200", description = "The ETag is the revision that a change must name")
    @APIResponse(responseCode = "404", description = "unknown-draft")
    public Response get(@PathParam("key") String key) {
        return answer(drafts.get(key));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"author", "admin"})
    @Operation(
            summary = "Keeps a draft: all files of the template's folder",
            description = "It is kept whatever is wrong with it; the answer says what. If-Match names the revision that"
                    + " was changed; a new draft has none.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples =
                                    @ExampleObject(
                                            value =
                                                    "{\"files\": {\"template.yaml\": \"…\", \"message.de.html\": \"…\"}}")))
    @APIResponse(responseCode = "409", description = "stale-version: somebody else has changed it")
    @APIResponse(responseCode = "422", description = "invalid-draft: each fault with its pointer")
    public Response put(
            @PathParam("key") String key, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen, byte[] body) {
        var fields = BodyFields.read(body);
        fields.allow(Set.of("files"));
        var files = fields.has("files") ? files(fields.node("files")) : Map.<String, String>of();
        var faults = new ArrayList<>(fields.faults());
        if (!fields.has("files")) {
            faults.add(new Fault("/files", "is missing"));
        }
        faults.addAll(faults(fields.node("files")));
        if (!TemplateLibrary.isKey(key)) {
            faults.add(new Fault(
                    "",
                    "a template's key has a-z, 0-9 and '-', at most 63 characters, and is neither"
                            + " brands nor blocks"));
        }
        if (!faults.isEmpty()) {
            throw LifeException.invalidDraft(faults);
        }
        return answer(drafts.put(key, files, revision(seen), name()));
    }

    private static Map<String, String> files(JsonNode node) {
        var files = new TreeMap<String, String>();
        node.properties()
                .forEach(file -> files.put(file.getKey(), file.getValue().asText()));
        return files;
    }

    private static List<Fault> faults(JsonNode files) {
        var faults = new ArrayList<Fault>();
        if (!files.isObject() || files.isEmpty() || files.size() > MOST_FILES) {
            faults.add(new Fault("/files", "must be an object of 1 to " + MOST_FILES + " files, each by its path"));
        }
        files.properties().forEach(file -> {
            var pointer = "/files/" + file.getKey().replace("~", "~0").replace("/", "~1");
            if (!PATH.matcher(file.getKey()).matches()) {
                faults.add(new Fault(pointer, "is not the path of a file in a template's folder"));
            }
            if (!file.getValue().isTextual() || !isStorable(file.getValue().asText())) {
                faults.add(new Fault(pointer, "must be a text, without NUL and half surrogate pairs"));
            }
        });
        return faults;
    }

    private static boolean isStorable(String text) {
        return text.indexOf(0) < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    @DELETE
    @RolesAllowed({"author", "admin"})
    @Operation(summary = "Throws the draft away")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "409", description = "stale-version: If-Match names another revision")
    public void remove(@PathParam("key") String key, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen) {
        drafts.remove(key, revision(seen));
    }

    @POST
    @Path("/submit")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"author", "admin"})
    @Operation(
            summary = "Makes a version of the draft, for somebody else to approve",
            description = "It pins the latest blocks and the latest version of its brand, and changes no more.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(value = "{\"reason\": \"New tariff from January\"}")))
    @APIResponse(responseCode = "201", description = "Location is the version")
    @APIResponse(responseCode = "409", description = "stale-version: If-Match names another revision")
    @APIResponse(responseCode = "422", description = "faulty-templates: every fault of the draft")
    public Response submit(
            @PathParam("key") String key, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen, byte[] body) {
        int number = drafts.submit(key, revision(seen), name(), StepBody.reason(body));
        return Response.created(URI.create("/api/v1/templates/" + key + "/versions/" + number))
                .entity(Map.of("version", number))
                .build();
    }

    private String name() {
        return caller.getPrincipal().getName();
    }

    private Response answer(Draft draft) {
        var view = new DraftView(
                draft.template(),
                draft.revision(),
                draft.files(),
                draft.editors(),
                draft.editedAt(),
                drafts.check(draft));
        return Response.ok(view).tag(Long.toString(draft.revision())).build();
    }

    /** 0, which a new draft has, if none is named. */
    private static long revision(@Nullable String seen) {
        return EntityTag.version(seen).orElse(0);
    }
}
