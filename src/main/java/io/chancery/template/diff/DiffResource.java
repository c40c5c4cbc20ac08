package io.chancery.template.diff;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.template.ChannelPlan.CopyRole;
import io.chancery.template.Templates;
import io.chancery.template.diff.SenderReport.Senders;
import io.chancery.template.life.Drafts;
import io.chancery.template.life.Lifecycle;
import io.chancery.template.store.SourceKey;
import io.chancery.template.store.SourceKey.Kind;
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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What an approver looks at: one address for each kind of what has versions. */
@Tag(name = "Templates")
abstract class DiffResource {

    private static final String DRAFT = "draft";
    private static final String LIVE = "live";

    private final Kind kind;
    private final Drafts drafts;
    private final Lifecycle lifecycle;
    private final Templates templates;
    private final TemplateStore store;
    private final SenderReport senders;

    DiffResource(
            Kind kind,
            Drafts drafts,
            Lifecycle lifecycle,
            Templates templates,
            TemplateStore store,
            SenderReport senders) {
        this.kind = kind;
        this.drafts = drafts;
        this.lifecycle = lifecycle;
        this.templates = templates;
        this.store = store;
        this.senders = senders;
    }

    @Path("/api/v1/templates/{key}/diff")
    static class OfTemplates extends DiffResource {

        OfTemplates(
                Drafts drafts, Lifecycle lifecycle, Templates templates, TemplateStore store, SenderReport senders) {
            super(Kind.TEMPLATE, drafts, lifecycle, templates, store, senders);
        }
    }

    @Path("/api/v1/blocks/{key}/diff")
    static class OfBlocks extends DiffResource {

        OfBlocks(Drafts drafts, Lifecycle lifecycle, Templates templates, TemplateStore store, SenderReport senders) {
            super(Kind.BLOCK, drafts, lifecycle, templates, store, senders);
        }
    }

    @Path("/api/v1/brands/{key}/diff")
    static class OfBrands extends DiffResource {

        OfBrands(Drafts drafts, Lifecycle lifecycle, Templates templates, TemplateStore store, SenderReport senders) {
            super(Kind.BRAND, drafts, lifecycle, templates, store, senders);
        }
    }

    /**
     * What differs between two versions.
     *
     * @param data what it means for those who send the data; null for a block, a brand or a draft that cannot be read
     * @param copies what it means for those who ask for copies; null as {@code data} is
     * @param senders which of those who send the data or ask for copies it would break
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Difference(
            List<FileChange> files,
            @Nullable DataChange data,
            @Nullable RoleChange copies,
            @Nullable Senders senders) {}

    private record Side(Map<String, byte[]> files, @Nullable Demand demand) {}

    /** What a version demands of requests, and offers them. */
    private record Demand(JsonNode schema, Map<String, CopyRole> copies) {}

    @GET
    @RolesAllowed({"author", "approver", "admin"})
    @Transactional
    @Operation(
            summary = "What differs between two versions: their files, blocks and brand, and the data they need",
            description = "And which API clients a change of the data or the copies would break: those who, in their"
                    + " newest 1000 messages of the last 30 days, left out a field that will be demanded, sent one that"
                    + " will be gone, or asked for a copy in a role that will be gone.")
    @APIResponse(responseCode = "200", description = "File by file, in the unified format")
    @APIResponse(responseCode = "404", description = "unknown-version, unknown-draft")
    public Difference get(
            @PathParam("key") String key,
            @QueryParam("from") @DefaultValue(LIVE) @Parameter(description = "Number of a version, live or draft")
                    String from,
            @QueryParam("to") @DefaultValue(DRAFT) @Parameter(description = "Number of a version, live or draft")
                    String to) {
        var source = new SourceKey(kind, key);
        var before = side(source, from);
        var after = side(source, to);
        var files = FileChange.between(before.files(), after.files());
        if (before.demand() == null || after.demand() == null) {
            return new Difference(files, null, null, null);
        }
        var fields = DataFields.of(before.demand().schema());
        var newFields = DataFields.of(after.demand().schema());
        var copies = RoleChange.between(before.demand().copies(), after.demand().copies());
        return new Difference(
                files, DataChange.between(fields, newFields), copies, senders.of(key, fields, newFields, copies));
    }

    private Side side(SourceKey source, String which) {
        return switch (which) {
            case DRAFT -> draft(source);
            case LIVE -> version(source, lifecycle.findLive(source));
            default -> version(source, lifecycle.find(source, number(which)));
        };
    }

    private Side version(SourceKey source, UUID id) {
        return new Side(store.files(source.kind(), id), source.isShared() ? null : demand(id));
    }

    private Demand demand(UUID id) {
        var version = templates.get(id);
        return new Demand(version.schema(), version.settings().plan().copies());
    }

    /** 0, which no version has, for what is no number. */
    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** As it would be if it were submitted now; of a faulty one only its own files. */
    private Side draft(SourceKey source) {
        var own = new Side(drafts.files(source), null);
        return source.isShared() ? own : template(source).orElse(own);
    }

    private Optional<Side> template(SourceKey source) {
        var library = drafts.library(source);
        return library.template(source.key())
                .map(template -> new Side(
                        store.files(template, library),
                        new Demand(template.schema(), template.settings().plan().copies())));
    }
}
