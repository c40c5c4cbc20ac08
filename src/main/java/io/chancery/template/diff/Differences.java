package io.chancery.template.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.chancery.template.ChannelPlan.CopyRole;
import io.chancery.template.Difference;
import io.chancery.template.Difference.DataChange;
import io.chancery.template.SourceKey;
import io.chancery.template.Templates;
import io.chancery.template.life.Drafts;
import io.chancery.template.life.Lifecycle;
import io.chancery.template.store.TemplateStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says what differs between two versions, and whom it would break. */
@ApplicationScoped
public class Differences {

    private static final String DRAFT = "draft";
    private static final String LIVE = "live";
    private static final String NOTHING = "nothing";

    private final Drafts drafts;
    private final Lifecycle lifecycle;
    private final Templates templates;
    private final TemplateStore store;
    private final SenderReport senders;

    Differences(Drafts drafts, Lifecycle lifecycle, Templates templates, TemplateStore store, SenderReport senders) {
        this.drafts = drafts;
        this.lifecycle = lifecycle;
        this.templates = templates;
        this.store = store;
        this.senders = senders;
    }

    private record Side(Map<String, byte[]> files, @Nullable Demand demand) {}

    /** What a version demands of requests, and offers them. */
    private record Demand(JsonNode schema, Map<String, CopyRole> copies) {}

    /**
     * @param from number of a version, {@code live}, {@code draft}, or {@code nothing}
     * @param to the same
     * @throws io.chancery.platform.ProblemException if there is no such version
     */
    @Transactional
    public Difference between(SourceKey source, String from, String to) {
        var before = side(source, from);
        var after = side(source, to);
        var files = FileChanges.between(before.files(), after.files());
        if (before.demand() == null || after.demand() == null) {
            return new Difference(files, null, null, null);
        }
        var fields = DataFields.of(before.demand().schema());
        var newFields = DataFields.of(after.demand().schema());
        if (from.equals(NOTHING)) {
            // Nobody sends anything for it yet.
            var fresh = new DataChange(List.copyOf(newFields.keySet()), List.of(), List.of(), List.of(), false);
            return new Difference(files, fresh, null, null);
        }
        var copies =
                RoleChanges.between(before.demand().copies(), after.demand().copies());
        return new Difference(
                files,
                DataChanges.between(fields, newFields),
                copies,
                senders.of(source.key(), fields, newFields, copies));
    }

    private Side side(SourceKey source, String which) {
        return switch (which) {
            case NOTHING -> new Side(Map.of(), new Demand(JsonNodeFactory.instance.objectNode(), Map.of()));
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
