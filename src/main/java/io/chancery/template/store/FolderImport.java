package io.chancery.template.store;

import io.chancery.template.ImportReport.Entry;
import io.chancery.template.SourceKey;
import io.chancery.template.SourceKey.Kind;
import io.chancery.template.VersionState.Step;
import io.chancery.template.source.BrandSource;
import io.chancery.template.source.TemplateLibrary;
import io.chancery.template.source.TemplateSource;
import io.chancery.template.store.VersionTable.Version;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Publishes a folder, without anybody's approval: whoever may import has reviewed it elsewhere. Every call needs a
 * transaction of its caller.
 *
 * <p>Of a template, a block or a brand that the folder has as it had it when it was imported last, what people did since
 * stays; what they published and the folder has by now, too, is no news. A template is news also when it is not made of
 * the blocks and the brand that the folder has, and is then made of these, as they were checked together: a folder brings
 * templates and parts at once. Only a part that came from people, who let templates follow one by one, makes none.
 */
@ApplicationScoped
public class FolderImport {

    private static final String IMPORT = "import";

    private final VersionTable versions;
    private final TemplateVersionRepository templates;
    private final SourceFileRepository files;
    private final StepTable steps;

    FolderImport(
            VersionTable versions, TemplateVersionRepository templates, SourceFileRepository files, StepTable steps) {
        this.versions = versions;
        this.templates = templates;
        this.files = files;
        this.steps = steps;
    }

    /** Publishes what is news, and says of everything in the folder which version it is. */
    public List<Entry> publish(TemplateLibrary library) {
        versions.lock();
        var entries = new ArrayList<Entry>();
        var imposed = new HashSet<SourceKey>();
        parts(library).forEach((part, contents) -> {
            entries.add(publish(part, contents));
            if (isImports(part)) {
                imposed.add(part);
            }
        });
        for (var template : library.templates()) {
            entries.add(publish(template, library, imposed));
        }
        return entries;
    }

    private Entry publish(SourceKey part, SortedMap<String, byte[]> contents) {
        var digest = Digest.ofContents(contents);
        return settle(
                part,
                version -> Arrays.equals(version.digest(), digest),
                () -> versions.add(part, files.keep(contents)));
    }

    /** Whether the version that the folder has came from an import. */
    private boolean isImports(SourceKey part) {
        return versions.findImported(part)
                .filter(version -> steps.of(part.kind(), version.id()).get(0).kind() == Step.Kind.PUBLISHED)
                .isPresent();
    }

    private Entry publish(TemplateSource source, TemplateLibrary library, Set<SourceKey> imposed) {
        var brand = versions.findImported(SourceKey.brand(source.brand())).orElseThrow();
        var said = matter(library.contentsOf(source), imposed);
        var digest = Digest.ofContents(said);
        return settle(
                SourceKey.template(source.key()),
                version -> Arrays.equals(digest, Digest.ofDigests(matter(digests(version), imposed)))
                        && (pins(version, brand) || !imposed.contains(SourceKey.brand(source.brand()))),
                () -> make(source, library, brand));
    }

    private SortedMap<String, byte[]> digests(Version template) {
        return versions.fileDigests(Kind.TEMPLATE, template.id());
    }

    /** The template's own files, and the blocks that have to be as they are in the folder. */
    private static SortedMap<String, byte[]> matter(SortedMap<String, byte[]> files, Set<SourceKey> imposed) {
        var blocks = imposed.stream()
                .filter(part -> part.kind() == Kind.BLOCK)
                .map(block -> block.inFolder(block.blockFile()))
                .collect(Collectors.toSet());
        var matter = new TreeMap<>(files);
        matter.keySet().removeIf(path -> TemplateSource.isBlockFile(path) && !blocks.contains(path));
        return matter;
    }

    private boolean pins(Version template, Version brand) {
        var pinned = versions.find(Kind.BRAND, templates.findById(template.id()).brandVersionId);
        return pinned.filter(version -> Arrays.equals(version.digest(), brand.digest()))
                .isPresent();
    }

    /** Publishes what is neither what the folder said last nor what is live. */
    private Entry settle(SourceKey source, Predicate<Version> isThat, Supplier<Version> making) {
        versions.begin(source);
        var live = steps.findLiveId(source).flatMap(id -> versions.find(source.kind(), id));
        var same = versions.findImported(source).filter(isThat).or(() -> live.filter(isThat));
        var version = same.orElseGet(making);
        if (same.isEmpty()) {
            steps.add(version.id(), source, Step.Kind.PUBLISHED, IMPORT, "");
        }
        versions.setImported(source, version.id());
        return new Entry(source.kind().code(), source.key(), version.number(), same.isEmpty());
    }

    private Version make(TemplateSource source, TemplateLibrary library, Version brand) {
        var made = templates.add(source, files.keep(library.contentsOf(source)), brand);
        return new Version(made.id, made.template, made.number, made.digest);
    }

    /** The keys of the templates that were imported as this library has them, with all that they use. */
    public Set<String> imported(TemplateLibrary library) {
        var brands = library.brands().stream()
                .collect(Collectors.toMap(
                        BrandSource::key,
                        brand -> Digest.ofContents(brand.files().contents())));
        return library.templates().stream()
                .filter(template -> isImported(template, library, brands.get(template.brand())))
                .map(TemplateSource::key)
                .collect(Collectors.toSet());
    }

    private boolean isImported(TemplateSource source, TemplateLibrary library, byte @Nullable [] brand) {
        var imported = versions.findImported(SourceKey.template(source.key()));
        return brand != null
                && imported.isPresent()
                && Arrays.equals(
                        imported.get().digest(), Digest.of(Digest.ofContents(library.contentsOf(source)), brand));
    }

    /** The files of every block and every brand. */
    private static Map<SourceKey, SortedMap<String, byte[]>> parts(TemplateLibrary library) {
        var parts = new LinkedHashMap<SourceKey, SortedMap<String, byte[]>>();
        library.blocks().forEach((name, source) -> {
            var block = SourceKey.block(name);
            parts.put(block, new TreeMap<>(Map.of(block.blockFile(), source.getBytes(StandardCharsets.UTF_8))));
        });
        library.brands()
                .forEach(brand ->
                        parts.put(SourceKey.brand(brand.key()), brand.files().contents()));
        return parts;
    }
}
