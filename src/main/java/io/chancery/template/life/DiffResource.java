package io.chancery.template.life;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.chancery.template.Templates;
import io.chancery.template.store.TemplateStore;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an approver looks at. */
@Path("/api/v1/templates/{key}/diff")
@Tag(name = "Templates")
class DiffResource {

    private static final String DRAFT = "draft";

    private final Drafts drafts;
    private final Lifecycle lifecycle;
    private final Templates templates;
    private final TemplateStore store;

    DiffResource(Drafts drafts, Lifecycle lifecycle, Templates templates, TemplateStore store) {
        this.drafts = drafts;
        this.lifecycle = lifecycle;
        this.templates = templates;
        this.store = store;
    }

    /** @param data what it means for those who send the data */
    record Difference(List<FileChange> files, DataChange data) {}

    private record Side(Map<String, byte[]> files, JsonNode schema) {}

    @GET
    @RolesAllowed({"author", "approver", "admin"})
    @Transactional
    @Operation(summary = "What differs between two versions: their files, blocks and brand, and the data they need")
    @APIResponse(responseCode = "200", description = "File by file, in the unified format")
    @APIResponse(responseCode = "404", description = "unknown-version, unknown-draft")
    public Difference get(
            @PathParam("key") String key,
            @QueryParam("from") @DefaultValue("") @Parameter(description = "Number of a version, or draft") String from,
            @QueryParam("to") @DefaultValue(DRAFT) @Parameter(description = "Number of a version, or draft")
                    String to) {
        var before = side(key, from);
        var after = side(key, to);
        return new Difference(
                FileChange.between(before.files(), after.files()), DataChange.between(before.schema(), after.schema()));
    }

    private Side side(String key, String which) {
        return which.equals(DRAFT) ? draft(key) : version(key, which);
    }

    private Side version(String key, String number) {
        var id = lifecycle.find(key, number(number));
        return new Side(store.files(id), templates.get(id).schema());
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw LifeException.unknownVersion();
        }
    }

    /** As it would be if it were submitted now; of a faulty one only its own files. */
    private Side draft(String key) {
        var draft = drafts.get(key);
        var library = drafts.library(draft);
        return library.templates().stream()
                .findFirst()
                .map(source -> new Side(store.files(source, library), source.schema()))
                .orElseGet(() -> new Side(Drafts.files(draft), MissingNode.getInstance()));
    }
}
