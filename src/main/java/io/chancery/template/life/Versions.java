package io.chancery.template.life;

import io.chancery.template.SourceKey;
import io.chancery.template.Templates;
import io.chancery.template.VersionState;
import io.chancery.template.Workshop.Pins;
import io.chancery.template.Workshop.VersionView;
import io.chancery.template.store.StepTable;
import io.chancery.template.store.TemplateStore;
import io.chancery.template.store.UseTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;

/** What there is to see of versions. */
@ApplicationScoped
public class Versions {

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

    /** Every version that was ever submitted, newest first. */
    @Transactional
    public List<VersionState> list(SourceKey source) {
        return steps.history(source);
    }

    /** @throws LifeException if there is none */
    @Transactional
    public VersionView get(SourceKey source, int number) {
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

    /** Its own files by their path. */
    @Transactional
    public SortedMap<String, byte[]> files(SourceKey source, int number) {
        var id = store.findId(source, number).orElseThrow(LifeException::unknownVersion);
        return store.ownFiles(source.kind(), id);
    }

    private Pins pins(UUID template) {
        var version = templates.get(template);
        return new Pins(version.brand().key(), version.brand().number(), version.blocks(), uses.blocks(template));
    }
}
