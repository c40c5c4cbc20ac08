package io.chancery.template.store;

import io.chancery.platform.IdGenerator;
import io.chancery.template.Brand;
import io.chancery.template.ImportReport.Entry;
import io.chancery.template.PublishedVersion;
import io.chancery.template.TemplateVersion;
import io.chancery.template.source.BrandSource;
import io.chancery.template.source.SourceFiles;
import io.chancery.template.source.TemplateLibrary;
import io.chancery.template.source.TemplateSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The versions in the database. Every call needs a transaction of its caller. */
@ApplicationScoped
public class TemplateStore {

    private final TemplateRepository templates;
    private final TemplateVersionRepository versions;
    private final BrandVersionRepository brands;
    private final SourceFileRepository files;
    private final IdGenerator ids;
    private final Clock clock;

    TemplateStore(
            TemplateRepository templates,
            TemplateVersionRepository versions,
            BrandVersionRepository brands,
            SourceFileRepository files,
            IdGenerator ids,
            Clock clock) {
        this.templates = templates;
        this.versions = versions;
        this.brands = brands;
        this.files = files;
        this.ids = ids;
        this.clock = clock;
    }

    /** Publishes a new version of everything in the library that differs from what is live. */
    public List<Entry> publish(TemplateLibrary library) {
        templates.lock();
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
        int number = before.map(version -> version.number).orElse(0) + 1;
        var now = new BrandVersionEntity(ids.next(), source.key(), number, sources, clock.instant());
        if (before.isPresent() && Arrays.equals(before.get().digest, now.digest)) {
            return before.get();
        }
        brands.persist(now);
        return now;
    }

    private Entry publish(TemplateSource source, TemplateLibrary library, BrandVersionEntity brand) {
        var template = templates.findByIdOptional(source.key()).orElseGet(() -> templates.add(source.key()));
        var sources = files.keep(contents(source, library));
        var live = template.live;
        if (live != null && Arrays.equals(live.digest, Digest.of(sources, brand))) {
            return new Entry("template", source.key(), live.number, false);
        }
        int number = versions.lastNumber(source.key()) + 1;
        var now = new TemplateVersionEntity(ids.next(), number, source, sources, brand, clock.instant());
        versions.persistAndFlush(now);
        template.live = now;
        return new Entry("template", source.key(), number, true);
    }

    /** The template's own files and the blocks that it or its brand's layouts include. */
    private static Map<String, byte[]> contents(TemplateSource source, TemplateLibrary library) {
        var contents = new TreeMap<>(source.files().contents());
        library.blocksOf(source)
                .forEach((name, block) ->
                        contents.put(TemplateSource.blockFile(name), block.getBytes(StandardCharsets.UTF_8)));
        return contents;
    }

    /** The id of the version that new messages are made from. */
    public Optional<UUID> findLiveId(String template) {
        return templates.findLiveId(template);
    }

    /** The live versions in the order of their keys, from behind a key. */
    public List<UUID> listLiveIds(String after, int limit) {
        return templates.listLiveIds(after, limit);
    }

    /** Every version of a template, newest first. */
    public List<PublishedVersion> history(String template) {
        return versions.listNewestFirst(template).stream()
                .map(version -> new PublishedVersion(version.number, version.initiation, version.publishedAt))
                .toList();
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
