package io.chancery.template.store;

import io.chancery.template.Brand;
import io.chancery.template.SourceKey;
import io.chancery.template.SourceKey.Kind;
import io.chancery.template.TemplateVersion;
import io.chancery.template.VersionState.Step;
import io.chancery.template.source.BrandSource;
import io.chancery.template.source.SourceFiles;
import io.chancery.template.source.TemplateLibrary;
import io.chancery.template.source.TemplateSource;
import io.chancery.template.store.VersionTable.Version;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The versions in the database. A version of a template pins the blocks and the brand that are live when it is made: it
 * keeps them, whatever becomes of them later. Every call needs a transaction of its caller.
 */
@ApplicationScoped
public class TemplateStore {

    /** Every preview reads all blocks and brands, with their fonts and pictures. */
    private static final int MOST_KEPT = 100;

    private final VersionCache<SortedMap<String, byte[]>> kept = new VersionCache<>(MOST_KEPT);
    private final VersionTable versions;
    private final TemplateVersionRepository templates;
    private final SourceFileRepository files;
    private final StepTable steps;

    TemplateStore(
            VersionTable versions, TemplateVersionRepository templates, SourceFileRepository files, StepTable steps) {
        this.versions = versions;
        this.templates = templates;
        this.files = files;
        this.steps = steps;
    }

    /** A version that was made; {@code fresh} if it was not there before. */
    public record Made(UUID id, int number, boolean fresh) {}

    /** Makes a version of a block or a brand, which is not live. */
    public Made make(SourceKey part, SortedMap<String, byte[]> contents) {
        versions.lock();
        var made = versions.add(part, files.keep(contents));
        return new Made(made.id(), made.number(), true);
    }

    /**
     * Makes a version of a template, which is not live, with the live blocks and the live version of its brand.
     *
     * @param library with what is live, without faults
     */
    public Made make(TemplateSource source, TemplateLibrary library) {
        versions.lock();
        versions.begin(SourceKey.template(source.key()));
        var made = templates.add(source, files.keep(library.contentsOf(source)), brand(source.brand()));
        return new Made(made.id, made.number, true);
    }

    /**
     * Keeps what could be a version, for a message that is only tried to be made from: without a number, and with nothing
     * that is ever done to it. The same again is the same one.
     */
    public UUID keepTrial(TemplateSource source, TemplateLibrary library) {
        versions.lock();
        var key = SourceKey.template(source.key());
        versions.begin(key);
        var brand = brand(source.brand());
        var contents = library.contentsOf(source);
        return versions.findTrial(key, Digest.of(Digest.ofContents(contents), brand.digest()))
                .map(Version::id)
                .orElseGet(() -> templates.addTrial(source, files.keep(contents), brand).id);
    }

    /** The same, unless the template's last version is like that, and was neither returned nor retired. */
    public Made makeIfNew(TemplateSource source, TemplateLibrary library) {
        versions.lock();
        var digest = Digest.of(
                Digest.ofContents(library.contentsOf(source)),
                brand(source.brand()).digest());
        return versions.findLast(SourceKey.template(source.key()))
                .filter(last -> Arrays.equals(last.digest(), digest) && isOpen(last.id()))
                .map(last -> new Made(last.id(), last.number(), false))
                .orElseGet(() -> make(source, library));
    }

    private boolean isOpen(UUID template) {
        var done = steps.of(Kind.TEMPLATE, template);
        return !Set.of(Step.Kind.RETURNED, Step.Kind.RETIRED)
                .contains(done.get(done.size() - 1).kind());
    }

    private Version brand(String key) {
        return steps.findLiveId(SourceKey.brand(key))
                .flatMap(id -> versions.find(Kind.BRAND, id))
                .orElseThrow();
    }

    /** Keeps others from doing anything to the versions of one source until the transaction ends. */
    public void lock(SourceKey source) {
        versions.lock(source);
    }

    /** Everything that is live, laid out as a folder. */
    public SortedMap<String, byte[]> folder() {
        return folder(key -> true);
    }

    /** The same of all blocks and brands, and of these templates. */
    public SortedMap<String, byte[]> folder(Collection<String> keys) {
        return folder(Set.copyOf(keys)::contains);
    }

    private SortedMap<String, byte[]> folder(Predicate<String> templateKeys) {
        var folder = new TreeMap<String, byte[]>();
        putLive(Kind.BLOCK, key -> true, folder);
        putLive(Kind.BRAND, key -> true, folder);
        putLive(Kind.TEMPLATE, templateKeys, folder);
        return folder;
    }

    private void putLive(Kind kind, Predicate<String> keys, SortedMap<String, byte[]> folder) {
        steps.listLive(kind, "", Integer.MAX_VALUE).forEach((key, id) -> {
            if (keys.test(key)) {
                var source = new SourceKey(kind, key);
                ownFiles(kind, id).forEach((path, content) -> folder.put(source.inFolder(path), content));
            }
        });
    }

    /** The id of the version that new messages are made from. */
    public Optional<UUID> findLiveId(String template) {
        return steps.findLiveId(SourceKey.template(template));
    }

    /** The live versions in the order of their keys, from behind a key. */
    public List<UUID> listLiveIds(String after, int limit) {
        return steps.listLiveIds(Kind.TEMPLATE, after, limit);
    }

    /** The id of a version. */
    public Optional<UUID> findId(SourceKey source, int number) {
        return versions.find(source, number).map(Version::id);
    }

    /** The files of a version by their path, without the blocks that a template keeps. */
    public SortedMap<String, byte[]> ownFiles(Kind kind, UUID id) {
        return new TreeMap<>(kept.get(id, () -> {
            var own = versions.files(kind, id);
            if (kind == Kind.TEMPLATE) {
                own.keySet().removeIf(TemplateSource::isBlockFile);
            }
            return own;
        }));
    }

    /** All files of a version by their path: those of a template with the blocks that it pins and those of its brand. */
    public SortedMap<String, byte[]> files(Kind kind, UUID id) {
        var own = versions.files(kind, id);
        return kind == Kind.TEMPLATE ? withBrand(own, templates.findById(id).brandVersionId) : own;
    }

    /** The same of a version of a template that could be made. */
    public SortedMap<String, byte[]> files(TemplateSource source, TemplateLibrary library) {
        return withBrand(library.contentsOf(source), brand(source.brand()).id());
    }

    private SortedMap<String, byte[]> withBrand(Map<String, byte[]> files, UUID brand) {
        var all = new TreeMap<>(files);
        versions.files(Kind.BRAND, brand).forEach((path, content) -> all.put("brand/" + path, content));
        return all;
    }

    /**
     * Reads one version.
     *
     * @param brand finds the version of the brand, which many versions share
     */
    public Optional<TemplateVersion> find(UUID id, Function<UUID, Brand> brand) {
        return templates.findByIdOptional(id).map(version -> restore(version, brand));
    }

    private TemplateVersion restore(TemplateVersionEntity version, Function<UUID, Brand> brand) {
        var source = TemplateSource.of(version.template, SourceFiles.of(versions.files(Kind.TEMPLATE, version.id)));
        return new TemplateVersion(
                version.id,
                version.template,
                version.number,
                source.settings(),
                source.schema(),
                source.messages(),
                source.blockSources(),
                brand.apply(version.brandVersionId));
    }

    /** Reads one version of a brand. */
    public Brand getBrand(UUID id) {
        var version = versions.find(Kind.BRAND, id).orElseThrow();
        var source = BrandSource.of(version.key(), SourceFiles.of(versions.files(Kind.BRAND, id)));
        return new Brand(id, version.key(), version.number(), source.settings(), source.layouts(), source.assets());
    }
}
