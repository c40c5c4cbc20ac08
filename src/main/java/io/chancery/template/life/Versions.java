package io.chancery.template.life;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.template.Templates;
import io.chancery.template.store.SourceKey;
import io.chancery.template.store.Step;
import io.chancery.template.store.StepTable;
import io.chancery.template.store.TemplateStore;
import io.chancery.template.store.UseTable;
import io.chancery.template.store.VersionState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What there is to see of versions. */
@ApplicationScoped
class Versions {

    private final TemplateStore store;
    private final StepTable steps;
    private final UseTable uses;
    private final Templates templates;

    Versions(TemplateStore store, StepTable steps, UseTable uses, Templates templates) {
        this.store = store;
        this.steps = steps;
        this.uses = uses;
        this.templates = templates;
    }

    /**
     * One version.
     *
     * @param kind {@code template}, {@code block} or {@code brand}
     * @param files its own files, each a text, or an object with its {@code base64}
     * @param pins null for a block or a brand
     */
    record VersionView(
            String kind,
            String key,
            int version,
            JsonNode files,
            @JsonUnwrapped @Nullable Pins pins,
            List<Step> steps) {}

    /**
     * What a version of a template pins.
     *
     * @param blocks the source of each block
     * @param blockVersions the number of each; 0 if it is from before blocks had versions
     */
    record Pins(String brand, int brandVersion, Map<String, String> blocks, Map<String, Integer> blockVersions) {}

    /** Every version that was ever submitted, newest first. */
    @Transactional
    List<VersionState> list(SourceKey source) {
        return steps.history(source);
    }

    /** @throws LifeException if there is none */
    @Transactional
    VersionView get(SourceKey source, int number) {
        var kind = source.kind();
        var id = store.findId(source, number).orElseThrow(LifeException::unknownVersion);
        return new VersionView(
                kind.code(),
                source.key(),
                number,
                FileContents.write(store.ownFiles(kind, id)),
                source.isShared() ? null : pins(id),
                steps.of(kind, id));
    }

    private Pins pins(UUID template) {
        var version = templates.get(template);
        return new Pins(version.brand().key(), version.brand().number(), version.blocks(), uses.blocks(template));
    }
}
