package io.chancery.template.life;

import io.chancery.platform.audit.AuditLog;
import io.chancery.template.ImportReport.SourceFault;
import io.chancery.template.SourceKey;
import io.chancery.template.SourceKey.Kind;
import io.chancery.template.Specimen;
import io.chancery.template.Templates;
import io.chancery.template.Workshop.DraftView;
import io.chancery.template.Workshop.Use;
import io.chancery.template.source.SourceFiles;
import io.chancery.template.source.TemplateLibrary;
import io.chancery.template.store.FaultyTemplatesException;
import io.chancery.template.store.StepTable;
import io.chancery.template.store.TemplateStore;
import io.chancery.template.store.TemplateStore.Made;
import io.chancery.template.store.UseTable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What authors work on: kept with whatever is still wrong with it, and submitted when nothing is. The draft of a
 * template is checked with the live blocks and brands, which its version will pin; that of a block or a brand with every
 * live template that uses it, as that would be with it.
 */
@ApplicationScoped
public class Drafts {

    private final DraftTable table;
    private final TemplateStore store;
    private final StepTable steps;
    private final Templates templates;
    private final UseTable uses;
    private final Submissions submissions;

    Drafts(
            DraftTable table,
            TemplateStore store,
            StepTable steps,
            Templates templates,
            UseTable uses,
            Submissions submissions) {
        this.table = table;
        this.store = store;
        this.steps = steps;
        this.templates = templates;
        this.uses = uses;
        this.submissions = submissions;
    }

    /**
     * With all that keeps it from being submitted.
     *
     * @throws io.chancery.platform.ProblemException if there is none
     */
    public DraftView view(SourceKey source) {
        return view(get(source));
    }

    private DraftView view(Draft draft) {
        return new DraftView(
                draft.source().kind().code(),
                draft.source().key(),
                draft.revision(),
                FileContents.write(draft.files()),
                draft.editors(),
                draft.editedAt(),
                check(draft));
    }

    /** The draft, if there is one. */
    Optional<Draft> find(SourceKey source) {
        return table.find(source);
    }

    private Draft get(SourceKey source) {
        return find(source).orElseThrow(LifeException::unknownDraft);
    }

    /**
     * Keeps a draft, whatever is wrong with it.
     *
     * @throws io.chancery.platform.ProblemException if it could not even be kept, or somebody else was faster
     */
    public DraftView keep(SourceKey source, byte[] body, long seen, String author) {
        var files = DraftBody.read(source, body);
        return view(QuarkusTransaction.joiningExisting().call(() -> put(source, files, seen, author)));
    }

    /** The same without saying what is wrong with it, which takes a while. */
    long keep(SourceKey source, Map<String, byte[]> files, long seen, String author) {
        DraftBody.check(source, files);
        return QuarkusTransaction.joiningExisting()
                .call(() -> put(source, files, seen, author))
                .revision();
    }

    /**
     * Keeps a draft.
     *
     * @param seen the revision that the author has changed; 0 for a new draft
     * @throws LifeException if somebody else was faster
     */
    private Draft put(SourceKey source, Map<String, byte[]> files, long seen, String author) {
        boolean kept =
                seen == 0 ? table.add(source, files, List.of(author)) : table.change(source, files, seen, author);
        if (!kept) {
            throw stale(source);
        }
        return get(source);
    }

    /** @throws LifeException if somebody has changed it since */
    @Transactional
    public void remove(SourceKey source, long seen) {
        if (!table.remove(source, seen)) {
            throw stale(source);
        }
    }

    /** Gives a version back to its authors, unless they work on the next one already. */
    void giveBack(SourceKey source, Map<String, byte[]> files, List<String> editors) {
        table.add(source, files, editors);
    }

    /** All that keeps a draft from being submitted. */
    List<SourceFault> check(Draft draft) {
        return templates.check(library(draft));
    }

    /**
     * The draft of a template as the version that would be made of it.
     *
     * @throws io.chancery.platform.ProblemException if there is none, or what is wrong with it leaves nothing to look at
     */
    @Transactional
    public Specimen specimen(String template) {
        var library = library(SourceKey.template(template));
        return library.candidates().stream()
                .filter(candidate -> candidate.version().key().equals(template))
                .findFirst()
                .orElseThrow(() -> FaultyTemplatesException.draft(library.faults()));
    }

    /**
     * Makes a version of the draft, which nobody can change any more.
     *
     * @return its number
     * @throws io.chancery.platform.ProblemException if somebody has changed it since, or anything is wrong with it
     */
    public int submit(SourceKey source, byte[] body, long seen, String author) {
        var reason = StepBody.reason(body);
        return submissions.submit(() -> folder(get(source, seen)), templates::check, library -> {
            var draft = get(source);
            remove(source, seen);
            var made = make(draft, library);
            AuditLog.detail("version", made.number());
            steps.submit(made.id(), source, author, reason, draft.editors());
            return made.number();
        });
    }

    private Draft get(SourceKey source, long seen) {
        var draft = get(source);
        if (draft.revision() != seen) {
            throw LifeException.staleDraft(draft.revision());
        }
        return draft;
    }

    private Made make(Draft draft, TemplateLibrary library) {
        var source = draft.source();
        return source.isShared()
                ? store.make(source, draft.files())
                : store.make(library.template(source.key()).orElseThrow(), library);
    }

    /** @throws io.chancery.platform.ProblemException if there is none */
    public SortedMap<String, byte[]> files(SourceKey source) {
        return get(source).files();
    }

    /**
     * The draft with all that it is checked with.
     *
     * @throws io.chancery.platform.ProblemException if there is none
     */
    public TemplateLibrary library(SourceKey source) {
        return library(get(source));
    }

    private TemplateLibrary library(Draft draft) {
        return TemplateLibrary.of(
                SourceFiles.of(QuarkusTransaction.joiningExisting().call(() -> folder(draft))));
    }

    private SortedMap<String, byte[]> folder(Draft draft) {
        var source = draft.source();
        var folder = store.folder(users(source));
        if (source.kind() == Kind.BRAND) {
            folder.keySet().removeIf(path -> path.startsWith(source.inFolder("")));
        }
        draft.files().forEach((path, content) -> folder.put(source.inFolder(path), content));
        return folder;
    }

    private List<String> users(SourceKey source) {
        return source.isShared() ? uses.of(source).stream().map(Use::template).toList() : List.of();
    }

    private LifeException stale(SourceKey source) {
        return LifeException.staleDraft(table.find(source).map(Draft::revision).orElse(0L));
    }
}
