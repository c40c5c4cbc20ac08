package io.chancery.template.desk;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.template.TemplateSettings;
import io.chancery.template.TemplateVersion;
import io.chancery.template.Templates;
import io.chancery.template.VersionState;
import io.chancery.template.store.UnknownTemplateException;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.MessageClass;
import io.chancery.vocabulary.Purpose;
import jakarta.annotation.security.RolesAllowed;
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
import org.jspecify.annotations.Nullable;

@Path("/api/v1/templates")
@Tag(name = "Templates", description = "What messages are made from, and the data they need.")
class TemplateResource {

    private static final int LARGEST_PAGE = 200;

    private final Templates templates;

    TemplateResource(Templates templates) {
        this.templates = templates;
    }

    record Summary(
            String key,
            int version,
            Map<String, String> title,
            @JsonProperty("class") MessageClass messageClass,
            Purpose purpose,
            List<String> languages,
            List<Channel> channels,
            String brand) {

        static Summary of(TemplateVersion live) {
            var settings = live.settings();
            return new Summary(
                    live.key(),
                    live.number(),
                    settings.title(),
                    settings.messageClass(),
                    settings.purpose(),
                    settings.languages(),
                    settings.plan().channels(),
                    live.brand().key());
        }
    }

    /** {@code next} is the cursor of the page behind this one, null on the last. */
    record Page(List<Summary> items, @Nullable String next) {}

    record BrandReference(String key, int version) {}

    record Detail(
            String key,
            int version,
            TemplateSettings settings,
            BrandReference brand,
            JsonNode schema,
            List<VersionState> versions) {}

    @GET
    @RolesAllowed({"author", "approver", "operator", "admin", "system"})
    @Operation(summary = "Lists the live templates by key")
    public Page list(
            @QueryParam("limit") @DefaultValue("50") @Parameter(description = "1 to 200") int limit,
            @QueryParam("next") @DefaultValue("") @Parameter(description = "Cursor of the page before") String next) {
        int size = Math.max(1, Math.min(LARGEST_PAGE, limit));
        var found = templates.list(next, size + 1).stream().map(Summary::of).toList();
        return found.size() <= size
                ? new Page(found, null)
                : new Page(found.subList(0, size), found.get(size - 1).key());
    }

    @GET
    @Path("/{key}")
    @RolesAllowed({"author", "approver", "operator", "admin", "system"})
    @Operation(summary = "Shows a template: its settings, the JSON Schema of its data, and its versions")
    @APIResponse(responseCode = "200", description = "The live version")
    @APIResponse(responseCode = "404", description = "unknown-template")
    public Detail get(@PathParam("key") String key) {
        var live = templates.findLive(key).orElseThrow(UnknownTemplateException::inPath);
        var brand = new BrandReference(live.brand().key(), live.brand().number());
        return new Detail(key, live.number(), live.settings(), brand, live.schema(), templates.history(key));
    }
}
