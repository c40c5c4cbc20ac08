package io.chancery.template.source;

import io.chancery.template.Brand;
import io.chancery.template.ImportReport.SourceFault;
import io.chancery.template.Specimen;
import io.chancery.template.TemplateVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Everything in a {@code templates/} folder.
 *
 * @param blocks source of each block by name
 * @param faults all that is wrong; if there are any, the rest is incomplete
 */
public record TemplateLibrary(
        SortedMap<String, String> blocks,
        List<BrandSource> brands,
        List<TemplateSource> templates,
        List<SourceFault> faults) {

    private static final String BRANDS = "brands";
    private static final String BLOCKS = "blocks";
    private static final Set<String> SHARED = Set.of(BRANDS, BLOCKS);
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final Pattern BLOCK = Pattern.compile("([a-z][a-z0-9-]{0,62})\\.html");

    /** Whether a template can have this key; what is not one belongs to all of them. */
    public static boolean isKey(String text) {
        return KEY.matcher(text).matches() && !SHARED.contains(text);
    }

    /** Reads and checks a whole folder. */
    public static TemplateLibrary read(Path folder) {
        var faults = new Faults();
        return of(SourceFolder.read(folder, faults), faults);
    }

    /** Reads and checks a whole folder that comes as a ZIP file. */
    public static TemplateLibrary read(InputStream zip) throws IOException {
        var faults = new Faults();
        return of(SourceArchive.read(zip, faults), faults);
    }

    /** Checks files laid out as such a folder. */
    public static TemplateLibrary of(SourceFiles files) {
        return of(files, new Faults());
    }

    private static TemplateLibrary of(SourceFiles files, Faults faults) {
        checkRoot(files, faults);
        var blocks = blocks(files.in(BLOCKS), faults);
        var brands = brands(files.in(BRANDS), blocks, faults);
        var templates = templates(files, files.in(BRANDS), blocks, faults);
        return new TemplateLibrary(blocks, brands, templates, faults.list());
    }

    /** A template by its key, unless it is not here or faulty. */
    public Optional<TemplateSource> template(String key) {
        return templates.stream().filter(template -> template.key().equals(key)).findFirst();
    }

    /** The blocks that a template of this library, or the layouts of its brand, include. */
    public Map<String, String> blocksOf(TemplateSource template) {
        var names = new TreeSet<>(template.blocks());
        brandOf(template).ifPresent(brand -> names.addAll(brand.blocks()));
        return names.stream()
                .collect(Collectors.toMap(Function.identity(), name -> Objects.requireNonNull(blocks.get(name))));
    }

    /** The template's own files and the blocks that it or its brand's layouts include. */
    public SortedMap<String, byte[]> contentsOf(TemplateSource template) {
        var contents = new TreeMap<>(template.files().contents());
        blocksOf(template)
                .forEach((name, block) ->
                        contents.put(TemplateSource.blockFile(name), block.getBytes(StandardCharsets.UTF_8)));
        return contents;
    }

    /** The versions that would be made of the templates whose brand is in order, with their fixtures. */
    public List<Specimen> candidates() {
        return templates.stream()
                .flatMap(template -> brandOf(template).stream()
                        .map(brand -> new Specimen(candidate(template, brand), template.fixtures())))
                .toList();
    }

    /** Its ids follow from its content, so that what is prepared for it can be kept. */
    private TemplateVersion candidate(TemplateSource template, BrandSource brand) {
        var included = blocksOf(template);
        var look =
                new Brand(brand.files().contentId(), brand.key(), 0, brand.settings(), brand.layouts(), brand.assets());
        var content = template.key() + template.files().contentId() + look.id() + new TreeMap<>(included);
        return new TemplateVersion(
                UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)),
                template.key(),
                0,
                template.settings(),
                template.schema(),
                template.messages(),
                included,
                look);
    }

    private Optional<BrandSource> brandOf(TemplateSource template) {
        return brands.stream()
                .filter(brand -> brand.key().equals(template.brand()))
                .findFirst();
    }

    private static void checkRoot(SourceFiles files, Faults faults) {
        files.paths().stream()
                .filter(path -> !path.contains("/") && !path.equals("README.md"))
                .forEach(path -> faults.add(path, "belongs to no template"));
    }

    private static SortedMap<String, String> blocks(SourceFiles files, Faults faults) {
        var blocks = new TreeMap<String, String>();
        for (var path : files.paths()) {
            var name = BLOCK.matcher(path);
            if (name.matches()) {
                files.text(path, faults).ifPresent(source -> blocks.put(name.group(1), source));
            } else {
                faults.add(files.nameOf(path), "is not a block: a-z, 0-9 and '-', ending in .html");
            }
        }
        return blocks;
    }

    private static List<BrandSource> brands(SourceFiles files, SortedMap<String, String> blocks, Faults faults) {
        var brands = new ArrayList<BrandSource>();
        for (var key : keys(files, Set.of(), faults)) {
            BrandSource.take(key, files.in(key), blocks, faults).ifPresent(brands::add);
        }
        return List.copyOf(brands);
    }

    private static List<TemplateSource> templates(
            SourceFiles files, SourceFiles brands, SortedMap<String, String> blocks, Faults faults) {
        var templates = new ArrayList<TemplateSource>();
        for (var key : keys(files, SHARED, faults)) {
            TemplateCheck.take(key, files.in(key), brands, blocks, faults).ifPresent(templates::add);
        }
        return List.copyOf(templates);
    }

    private static Set<String> keys(SourceFiles files, Set<String> reserved, Faults faults) {
        var keys = new TreeSet<String>();
        for (var folder : files.folders()) {
            if (!KEY.matcher(folder).matches()) {
                faults.add(files.nameOf(folder), "is not a key: a-z, 0-9 and '-', at most 63 characters");
            } else if (!reserved.contains(folder)) {
                keys.add(folder);
            }
        }
        return keys;
    }
}
