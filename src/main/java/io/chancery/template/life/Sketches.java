package io.chancery.template.life;

import io.chancery.template.SourceKey;
import io.chancery.template.SourceKey.Kind;
import io.chancery.template.Specimen;
import io.chancery.template.Templates;
import io.chancery.template.Workshop.DraftState;
import io.chancery.template.Workshop.Sketch;
import io.chancery.template.Workshop.Sources;
import io.chancery.template.source.SourceFiles;
import io.chancery.template.source.TemplateLibrary;
import io.chancery.template.source.TemplateSource;
import io.chancery.template.store.StepTable;
import io.chancery.template.store.TemplateStore;
import io.chancery.template.store.UnknownTemplateException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is on an author's screen: a draft with what was typed since it was kept, or a live version before there is one. */
@ApplicationScoped
public class Sketches {

    private final Drafts drafts;
    private final TemplateStore store;
    private final StepTable steps;
    private final Templates templates;
    private final Submissions submissions;

    Sketches(Drafts drafts, TemplateStore store, StepTable steps, Templates templates, Submissions submissions) {
        this.drafts = drafts;
        this.store = store;
        this.steps = steps;
        this.templates = templates;
        this.submissions = submissions;
    }

    /** The files of the draft, else of the live version, else none. */
    @Transactional
    public Sources sources(SourceKey source) {
        return drafts.find(source)
                .map(draft -> new Sources(
                        source,
                        draft.revision(),
                        draft.files(),
                        new DraftState(draft.revision(), draft.editors(), draft.editedAt())))
                .orElseGet(() -> new Sources(source, 0, live(source), null));
    }

    private SortedMap<String, byte[]> live(SourceKey source) {
        return steps.findLiveId(source)
                .map(id -> store.ownFiles(source.kind(), id))
                .orElseGet(TreeMap::new);
    }

    /**
     * Keeps some files of a draft, and leaves the others as they are.
     *
     * @throws io.chancery.platform.ProblemException if it could not even be kept, or somebody else was faster
     */
    public long change(SourceKey source, Map<String, byte @Nullable []> changed, long seen, String author) {
        var files = new TreeMap<>(
                QuarkusTransaction.joiningExisting().call(() -> sources(source)).files());
        changed.forEach((path, content) -> {
            if (content == null) {
                files.remove(path);
            } else {
                files.put(path, content);
            }
        });
        return drafts.keep(source, files, seen, author);
    }

    /**
     * A template as a version of a part would have it; of a template the version itself, with what it pins.
     *
     * @throws io.chancery.platform.ProblemException if there is no such version or template
     */
    @Transactional
    public Specimen specimen(SourceKey source, int number, String template) {
        var id = store.findId(source, number).orElseThrow(LifeException::unknownVersion);
        var own = store.ownFiles(source.kind(), id);
        if (source.kind() == Kind.TEMPLATE) {
            var fixtures = TemplateSource.of(source.key(), SourceFiles.of(own)).fixtures();
            return new Specimen(templates.get(id), fixtures);
        }
        return specimen(TemplateLibrary.of(SourceFiles.of(folder(source, own, template))), template)
                .orElseThrow(UnknownTemplateException::inPath);
    }

    private static Optional<Specimen> specimen(TemplateLibrary library, String template) {
        return library.legible(library.blocksWithStandIns()).stream()
                .filter(candidate -> candidate.version().key().equals(template))
                .findFirst();
    }

    /** What it would be with what was typed, and with it a template that uses it. */
    public Sketch sketch(SourceKey source, Map<String, String> typed, String template) {
        var folder = QuarkusTransaction.joiningExisting()
                .call(() -> folder(source, with(typed, sources(source).files()), template));
        var library = TemplateLibrary.of(SourceFiles.of(folder));
        return new Sketch(
                templates.checkQuickly(library), specimen(library, template).orElse(null));
    }

    /**
     * Keeps a template as it would be with what was typed, for a message that is only tried to be made from.
     *
     * @throws io.chancery.platform.ProblemException if anything is wrong with it
     */
    public Specimen trial(SourceKey source, Map<String, String> typed, String template) {
        var id = submissions.submit(
                () -> {
                    var own = with(typed, sources(source).files());
                    DraftBody.check(source, own);
                    return folder(source, own, template);
                },
                templates::check,
                library -> store.keepTrial(
                        library.template(template).orElseThrow(UnknownTemplateException::inPath), library));
        return QuarkusTransaction.joiningExisting().call(() -> {
            var own = store.ownFiles(Kind.TEMPLATE, id);
            return new Specimen(
                    templates.get(id),
                    TemplateSource.of(template, SourceFiles.of(own)).fixtures());
        });
    }

    private static SortedMap<String, byte[]> with(Map<String, String> typed, SortedMap<String, byte[]> kept) {
        var all = new TreeMap<>(kept);
        typed.forEach((path, text) -> all.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return all;
    }

    private SortedMap<String, byte[]> folder(SourceKey source, SortedMap<String, byte[]> own, String template) {
        var folder = store.folder(source.isShared() ? List.of(template) : List.of());
        if (source.kind() == Kind.BRAND) {
            folder.keySet().removeIf(path -> path.startsWith(source.inFolder("")));
        }
        own.forEach((path, content) -> folder.put(source.inFolder(path), content));
        return folder;
    }
}
