package io.chancery.template.source;

import io.chancery.template.Brand;
import io.chancery.template.ImportReport.SourceFault;
import io.chancery.template.Specimen;
import io.chancery.template.TemplateVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Everything in a {@code templates/} folder.
 *
 * @param blocks source of each block by name
 * @param allBrands with those that something is wrong with
 * @param allTemplates with those that something is wrong with
 * @param faults all that is wrong
 */
public record TemplateLibrary(
        SortedMap<String, String> blocks,
        List<Part<BrandSource>> allBrands,
        List<Part<TemplateSource>> allTemplates,
        List<SourceFault> faults) {

    /** The parts of a template's settings that renditions are made by. */
    private static final Set<String> RENDERED = Set.of(
            "",
            "title",
            "class",
            "purpose",
            "brand",
            "languages",
            "copies",
            "totals",
            "invoice",
            "calendar",
            "letter",
            "schema");

    private static final String BRANDS = "brands";
    private static final String BLOCKS = "blocks";
    private static final Set<String> SHARED = Set.of(BRANDS, BLOCKS);
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final Pattern BLOCK = Pattern.compile("([a-z][a-z0-9-]{0,62})\\.html");

    /**
     * A brand or a template, as far as it can be read.
     *
     * @param doubts the parts of its settings that something is wrong with; an empty name is all of them
     * @param whole whether nothing is wrong with it
     */
    public record Part<T>(T source, Set<String> doubts, boolean whole) {

        private boolean isDoubtful(String part) {
            return doubts.contains("") || doubts.contains(part);
        }
    }

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

    /** The brands that nothing is wrong with. */
    public List<BrandSource> brands() {
        return allBrands.stream().filter(Part::whole).map(Part::source).toList();
    }

    /** The templates that nothing is wrong with. */
    public List<TemplateSource> templates() {
        return allTemplates.stream().filter(Part::whole).map(Part::source).toList();
    }

    /** A template by its key, unless it is not here or faulty. */
    public Optional<TemplateSource> template(String key) {
        return templates().stream()
                .filter(template -> template.key().equals(key))
                .findFirst();
    }

    /** The blocks that a template of this library, or the layouts of its brand, include. */
    public Map<String, String> blocksOf(TemplateSource template) {
        return blocksOf(template, brandOf(template).source(), blocks);
    }

    private static Map<String, String> blocksOf(
            TemplateSource template, BrandSource brand, Map<String, String> blocks) {
        var included = new TreeMap<>(blocks);
        included.keySet()
                .removeIf(name ->
                        !template.blocks().contains(name) && !brand.blocks().contains(name));
        return included;
    }

    /** The blocks, and in place of each that is included and not there one that says nothing. */
    public SortedMap<String, String> blocksWithStandIns() {
        var all = new TreeMap<>(blocks);
        Stream.of(
                        allTemplates.stream().flatMap(part -> part.source().blocks().stream()),
                        allBrands.stream().flatMap(part -> part.source().blocks().stream()),
                        blocks.values().stream().flatMap(Includes::names))
                .flatMap(Function.identity())
                .forEach(name -> all.putIfAbsent(name, ""));
        return all;
    }

    /** The template's own files and the blocks that it or its brand's layouts include. */
    public SortedMap<String, byte[]> contentsOf(TemplateSource template) {
        var contents = new TreeMap<>(template.files().contents());
        blocksOf(template)
                .forEach((name, block) ->
                        contents.put(TemplateSource.blockFile(name), block.getBytes(StandardCharsets.UTF_8)));
        return contents;
    }

    /** The versions that would be made of the templates that are in order and whose brand is, with their fixtures. */
    public List<Specimen> candidates() {
        return allTemplates.stream()
                .filter(Part::whole)
                .filter(template -> brandOf(template.source()).whole())
                .map(template -> specimen(template, blocks))
                .toList();
    }

    /**
     * Every template as far as it can be read, whatever is wrong with it or its brand, with those of its fixtures that
     * can be rendered.
     *
     * @param others the blocks to make it of
     */
    public List<Specimen> legible(Map<String, String> others) {
        return allTemplates.stream().map(template -> specimen(template, others)).toList();
    }

    private Specimen specimen(Part<TemplateSource> template, Map<String, String> others) {
        var brand = brandOf(template.source());
        var fixtures = template.source().fixtures();
        fixtures.keySet().removeIf(name -> !isRendered(template, brand) || isFaulty(template.source(), name));
        var unknown = new TreeSet<String>();
        if (template.isDoubtful("totals")) {
            unknown.add("totals");
        }
        if (!brand.doubts().isEmpty()) {
            unknown.add("brand");
        }
        return new Specimen(candidate(template.source(), brand.source(), others), fixtures, unknown);
    }

    private static boolean isRendered(Part<TemplateSource> template, Part<BrandSource> brand) {
        return brand.doubts().isEmpty() && template.doubts().stream().noneMatch(RENDERED::contains);
    }

    private boolean isFaulty(TemplateSource template, String fixture) {
        var file = template.key() + "/" + TemplateSource.fixture(fixture);
        return faults.stream().anyMatch(fault -> fault.file().equals(file));
    }

    /** A fault that only points into a template's settings, with its line and column. */
    public SourceFault placed(SourceFault fault) {
        return allTemplates.stream()
                .map(Part::source)
                .filter(template -> fault.line() == 0 && !fault.pointer().isEmpty())
                .filter(template -> fault.file().equals(template.files().nameOf(TemplateSource.SETTINGS)))
                .findFirst()
                .map(template -> YamlFile.placed(fault, template.files().text(TemplateSource.SETTINGS)))
                .orElse(fault);
    }

    /** Its ids follow from its content, so that what is prepared for it can be kept. */
    private static TemplateVersion candidate(TemplateSource template, BrandSource brand, Map<String, String> blocks) {
        var included = blocksOf(template, brand, blocks);
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

    private Part<BrandSource> brandOf(TemplateSource template) {
        return allBrands.stream()
                .filter(brand -> brand.source().key().equals(template.brand()))
                .findFirst()
                .orElseGet(() -> BrandSource.absent(template.brand()));
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
                blocks.put(name.group(1), files.text(path, faults).orElse(""));
            } else {
                faults.add(files.nameOf(path), "is not a block: a-z, 0-9 and '-', ending in .html");
            }
        }
        blocks.forEach(
                (name, source) -> Includes.check(TemplateSource.blockFile(name), source, blocks.keySet(), faults));
        return blocks;
    }

    private static List<Part<BrandSource>> brands(SourceFiles files, SortedMap<String, String> blocks, Faults faults) {
        return keys(files, Set.of(), faults).stream()
                .map(key -> BrandSource.take(key, files.in(key), blocks, faults))
                .toList();
    }

    private static List<Part<TemplateSource>> templates(
            SourceFiles files, SourceFiles brands, SortedMap<String, String> blocks, Faults faults) {
        return keys(files, SHARED, faults).stream()
                .map(key -> TemplateCheck.take(key, files.in(key), brands, blocks, faults))
                .toList();
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
