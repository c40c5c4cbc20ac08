package io.chancery.template.life;

import io.chancery.template.FaultyTemplatesException;
import io.chancery.template.ImportReport.SourceFault;
import io.chancery.template.Specimen;
import io.chancery.template.Templates;
import io.chancery.template.source.SourceFiles;
import io.chancery.template.source.TemplateLibrary;
import io.chancery.template.store.Step;
import io.chancery.template.store.Step.Kind;
import io.chancery.template.store.StepTable;
import io.chancery.template.store.TemplateStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What authors work on: kept with whatever is still wrong with it, and submitted when nothing is. */
@ApplicationScoped
public class Drafts {

    private final DraftTable table;
    private final TemplateStore store;
    private final StepTable steps;
    private final Templates templates;
    private final Clock clock;

    Drafts(DraftTable table, TemplateStore store, StepTable steps, Templates templates, Clock clock) {
        this.table = table;
        this.store = store;
        this.steps = steps;
        this.templates = templates;
        this.clock = clock;
    }

    /** @throws LifeException if there is none */
    Draft get(String template) {
        return table.find(template).orElseThrow(LifeException::unknownDraft);
    }

    /**
     * Keeps a draft.
     *
     * @param seen the revision that the author has changed; 0 for a new draft
     * @throws LifeException if somebody else was faster
     */
    @Transactional
    Draft put(String template, Map<String, String> files, long seen, String author) {
        boolean kept =
                seen == 0 ? table.add(template, files, List.of(author)) : table.change(template, files, seen, author);
        if (!kept) {
            throw stale(template);
        }
        return get(template);
    }

    /** @throws LifeException if somebody has changed it since */
    @Transactional
    void remove(String template, long seen) {
        if (!table.remove(template, seen)) {
            throw stale(template);
        }
    }

    /** Gives a version back to its authors, unless they work on the next one already. */
    void giveBack(String template, Map<String, String> files, List<String> editors) {
        table.add(template, files, editors);
    }

    /** All that keeps a draft from being submitted. */
    @Transactional
    List<SourceFault> check(Draft draft) {
        return templates.check(library(draft));
    }

    /**
     * The draft as the version that would be made of it.
     *
     * @throws io.chancery.platform.ProblemException if there is none, or what is wrong with it leaves nothing to look at
     */
    @Transactional
    public Specimen specimen(String template) {
        var library = library(get(template));
        return library.candidates().stream()
                .filter(candidate -> candidate.version().key().equals(template))
                .findFirst()
                .orElseThrow(() -> FaultyTemplatesException.draft(library.faults()));
    }

    /**
     * Makes a version of the draft, which nobody can change any more.
     *
     * @throws LifeException if somebody has changed it since
     * @throws io.chancery.platform.ProblemException if anything is wrong with it
     */
    @Transactional
    int submit(String template, long seen, String author, String reason) {
        var draft = get(template);
        var library = library(draft);
        templates.demandFaultless(library);
        if (!table.remove(template, seen)) {
            throw stale(template);
        }
        var version = store.make(library, template);
        var now = clock.instant();
        steps.add(version, template, new Step(Kind.SUBMITTED, author, now, now, reason, draft.editors()));
        return templates.get(version).number();
    }

    /** The draft with the latest blocks and brands. */
    TemplateLibrary library(Draft draft) {
        return TemplateLibrary.of(SourceFiles.of(store.latest(draft.template(), files(draft))));
    }

    static SortedMap<String, byte[]> files(Draft draft) {
        var files = new TreeMap<String, byte[]>();
        draft.files().forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return files;
    }

    private LifeException stale(String template) {
        return LifeException.staleDraft(
                table.find(template).map(Draft::revision).orElse(0L));
    }
}
