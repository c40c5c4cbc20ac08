package io.chancery.template.store;

import io.chancery.template.Brand;
import io.chancery.template.ImportReport.Entry;
import io.chancery.template.TemplateVersion;
import io.chancery.template.VersionState;
import io.chancery.template.source.BrandSource;
import io.chancery.template.source.SourceFiles;
import io.chancery.template.source.TemplateLibrary;
import io.chancery.template.source.TemplateSource;
import io.chancery.template.store.Step.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The versions in the database. Every call needs a transaction of its caller. */
@ApplicationScoped
public class TemplateStore {

    private static final String IMPORT = "import";

    private final TemplateRepository templates;
    private final TemplateVersionRepository versions;
    private final BrandVersionRepository brands;
    private final BlockTable blocks;
    private final SourceFileRepository files;
    private final StepTable steps;

    TemplateStore(
            TemplateRepository templates,
            TemplateVersionRepository versions,
            BrandVersionRepository brands,
            BlockTable blocks,
            SourceFileRepository files,
            StepTable steps) {
        this.templates = templates;
        this.versions = versions;
        this.brands = brands;
        this.blocks = blocks;
        this.files = files;
        this.steps = steps;
    }

    /**
     * Publishes a new version of everything in a folder that is not as it was when the folder was imported last. What
     * people did since stays, for whatever is still the same in the folder; what they published and the folder has by now, too,
     * is no news.
     */
    public List<Entry> publish(TemplateLibrary library) {
        templates.lock();
        var sources = new TreeMap<String, byte[]>();
        library.blocks().forEach((name, source) -> sources.put(name, source.getBytes(StandardCharsets.UTF_8)));
        var kept = files.keep(sources);
        files.flush();
        blocks.publish(kept);
        var entries = new ArrayList<Entry>();
        var live = new HashMap<String, BrandVersionEntity>();
        for (var brand : library.brands()) {
            var before = brands.findLatest(brand.key());
            var now = publish(brand, before);
            live.put(brand.key(), now);
            entries.add(new Entry(
                    "brand", brand.key(), now.number, before.filter(now::equals).isEmpty()));
        }
        for (var template : library.templates()) {
            entries.add(publish(template, library, Objects.requireNonNull(live.get(template.brand()))));
        }
        return entries;
    }

    private BrandVersionEntity publish(BrandSource source, Optional<BrandVersionEntity> before) {
        var sources = files.keep(source.files().contents());
        var now = brands.next(source.key(), sources, before);
        if (before.isPresent() && Arrays.equals(before.get().digest, now.digest)) {
            return before.get();
        }
        brands.persist(now);
        return now;
    }

    private Entry publish(TemplateSource source, TemplateLibrary library, BrandVersionEntity brand) {
        var template = templates.findByIdOptional(source.key()).orElseGet(() -> templates.add(source.key()));
        var sources = files.keep(contents(source, library));
        var digest = Digest.of(sources, brand);
        var before = template.imported;
        if (before == null || !Arrays.equals(before.digest, digest)) {
            before = findLiveId(source.key()).map(versions::findById).orElse(null);
        }
        if (before != null && Arrays.equals(before.digest, digest)) {
            template.imported = before;
            return new Entry("template", source.key(), before.number, false);
        }
        var now = versions.add(source, sources, brand);
        template.imported = now;
        steps.add(now.id, source.key(), Kind.PUBLISHED, IMPORT, "");
        return new Entry("template", source.key(), now.number, true);
    }

    /** The keys of the templates that were imported as this library has them. */
    public Set<String> imported(TemplateLibrary library) {
        var brandDigests = library.brands().stream()
                .collect(Collectors.toMap(
                        BrandSource::key,
                        brand -> Digest.ofContents(brand.files().contents())));
        return library.templates().stream()
                .filter(template -> isImported(template, library, brandDigests.get(template.brand())))
                .map(TemplateSource::key)
                .collect(Collectors.toSet());
    }

    private boolean isImported(TemplateSource source, TemplateLibrary library, byte @Nullable [] brand) {
        var known = templates.findByIdOptional(source.key()).map(template -> template.imported);
        return brand != null
                && known.isPresent()
                && Arrays.equals(known.get().digest, Digest.of(Digest.ofContents(contents(source, library)), brand));
    }

    /**
     * Makes a version that is not live, with the latest blocks and the latest version of its brand.
     *
     * @param library of {@link #latest}, without faults
     * @return its id
     */
    public UUID make(TemplateLibrary library, String key) {
        templates.lock();
        var source = library.templates().stream()
                .filter(template -> template.key().equals(key))
                .findFirst()
                .orElseThrow();
        if (templates.findByIdOptional(key).isEmpty()) {
            templates.add(key);
        }
        var brand = brands.findLatest(source.brand()).orElseThrow();
        return versions.add(source, files.keep(contents(source, library)), brand).id;
    }

    /** Keeps others from doing anything to a template until the transaction ends. */
    public void lock(String template) {
        templates.findByIdOptional(template, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The latest versions of blocks and brands with the files of one template, laid out as a folder. */
    public SortedMap<String, byte[]> latest(String key, Map<String, byte[]> template) {
        var folder = shared();
        template.forEach((path, content) -> folder.put(key + "/" + path, content));
        return folder;
    }

    private SortedMap<String, byte[]> shared() {
        var folder = new TreeMap<String, byte[]>();
        blocks.latest().forEach((name, source) -> folder.put(TemplateSource.blockFile(name), source));
        for (var brand : brands.listLatest()) {
            contents(brand.files).forEach((path, content) -> folder.put("brands/" + brand.brand + "/" + path, content));
        }
        return folder;
    }

    /** Everything that is live, laid out as a folder, with the latest version of each block and brand. */
    public SortedMap<String, byte[]> folder() {
        var folder = shared();
        for (var id : steps.listLiveIds("", Integer.MAX_VALUE)) {
            var version = versions.findById(id);
            contents(version.files).forEach((path, content) -> {
                if (!path.startsWith("blocks/")) {
                    folder.put(version.template + "/" + path, content);
                }
            });
        }
        return folder;
    }

    /** The template's own files and the blocks that it or its brand's layouts include. */
    private static SortedMap<String, byte[]> contents(TemplateSource source, TemplateLibrary library) {
        var contents = new TreeMap<>(source.files().contents());
        library.blocksOf(source)
                .forEach((name, block) ->
                        contents.put(TemplateSource.blockFile(name), block.getBytes(StandardCharsets.UTF_8)));
        return contents;
    }

    /** The id of the version that new messages are made from. */
    public Optional<UUID> findLiveId(String template) {
        return steps.findLiveId(template);
    }

    /** The live versions in the order of their keys, from behind a key. */
    public List<UUID> listLiveIds(String after, int limit) {
        return steps.listLiveIds(after, limit);
    }

    /** Every version of a template, newest first. */
    public List<VersionState> history(String template) {
        return steps.history(template);
    }

    /** The id of a version. */
    public Optional<UUID> findId(String template, int number) {
        return versions.find(template, number).map(version -> version.id);
    }

    /** The files of a version by their path: its own, the blocks that it pins and those of its brand. */
    public SortedMap<String, byte[]> files(UUID id) {
        var version = versions.findById(id);
        return withBrand(contents(version.files), version.brand);
    }

    /** The same of a version that could be made. */
    public SortedMap<String, byte[]> files(TemplateSource source, TemplateLibrary library) {
        return withBrand(
                contents(source, library), brands.findLatest(source.brand()).orElseThrow());
    }

    private static SortedMap<String, byte[]> withBrand(Map<String, byte[]> files, BrandVersionEntity brand) {
        var all = new TreeMap<>(files);
        contents(brand.files).forEach((path, content) -> all.put("brand/" + path, content));
        return all;
    }

    /**
     * Reads one version.
     *
     * @param brand finds the version of the brand, which many versions share
     */
    public Optional<TemplateVersion> find(UUID id, Function<UUID, Brand> brand) {
        return versions.findByIdOptional(id).map(version -> restore(version, brand));
    }

    private static TemplateVersion restore(TemplateVersionEntity version, Function<UUID, Brand> brand) {
        var source = TemplateSource.of(version.template, SourceFiles.of(contents(version.files)));
        return new TemplateVersion(
                version.id,
                version.template,
                version.number,
                source.settings(),
                source.schema(),
                source.messages(),
                source.blockSources(),
                brand.apply(version.brand.id));
    }

    /** Reads one version of a brand. */
    public Brand getBrand(UUID id) {
        var version = brands.findById(id);
        var source = BrandSource.of(version.brand, SourceFiles.of(contents(version.files)));
        return new Brand(id, version.brand, version.number, source.settings(), source.layouts(), source.assets());
    }

    private static Map<String, byte[]> contents(Map<String, SourceFileEntity> files) {
        return files.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, file -> file.getValue().content));
    }
}
