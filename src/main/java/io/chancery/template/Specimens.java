package io.chancery.template;

import io.chancery.template.SourceKey.Kind;
import io.chancery.template.life.Drafts;
import io.chancery.template.life.Lifecycle;
import io.chancery.template.source.SourceFiles;
import io.chancery.template.source.TemplateSource;
import io.chancery.template.store.TemplateStore;
import io.chancery.template.store.UnknownTemplateException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** What can be looked at: what is live, any version there was, and the draft. */
@ApplicationScoped
public class Specimens {

    private final Templates templates;
    private final TemplateStore store;
    private final Drafts drafts;
    private final Lifecycle lifecycle;

    Specimens(Templates templates, TemplateStore store, Drafts drafts, Lifecycle lifecycle) {
        this.templates = templates;
        this.store = store;
        this.drafts = drafts;
        this.lifecycle = lifecycle;
    }

    /** @throws UnknownTemplateException if nothing is live */
    @Transactional
    public Specimen live(String key) {
        return of(store.findLiveId(key).orElseThrow(UnknownTemplateException::inPath), key);
    }

    /** @throws io.chancery.platform.ProblemException if there is no such version */
    @Transactional
    public Specimen version(String key, int number) {
        return of(lifecycle.find(SourceKey.template(key), number), key);
    }

    /** @throws io.chancery.platform.ProblemException if there is no draft, or it has faults that leave nothing to look at */
    @Transactional
    public Specimen draft(String key) {
        return drafts.specimen(key);
    }

    private Specimen of(UUID id, String key) {
        var source = TemplateSource.of(key, SourceFiles.of(store.ownFiles(Kind.TEMPLATE, id)));
        return new Specimen(templates.get(id), source.fixtures());
    }
}
