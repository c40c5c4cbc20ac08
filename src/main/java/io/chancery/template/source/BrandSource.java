package io.chancery.template.source;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.template.source.TemplateLibrary.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The files of one brand.
 *
 * @param settings {@code brand.yaml}
 * @param blocks names of the blocks that its layouts include; empty when it was restored
 */
public record BrandSource(String key, Map<String, Object> settings, Set<String> blocks, SourceFiles files) {

    static final String SETTINGS = "brand.yaml";

    private static final List<String> LAYOUTS = List.of("print.html", "email.html", "email.txt", "sms.txt");
    private static final Pattern LAYOUT = Pattern.compile("[a-z][a-z-]{0,19}\\.(html|txt)");
    private static final Pattern ASSET =
            Pattern.compile("assets/[A-Za-z0-9_./-]+\\.(svg|png|jpg|jpeg|ttf|otf|icc|css|txt|md|pdf)");
    private static final Set<String> REMARKS = Set.of("README.md", "LICENSE");

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, Object>> TREE = new TypeReference<>() {};

    /** Restores a brand from files that were checked before. */
    public static BrandSource of(String key, SourceFiles files) {
        var yaml = YamlFile.parse(SETTINGS, files.text(SETTINGS), new Faults()).orElseThrow();
        return of(key, yaml.root(), Set.of(), files);
    }

    private static BrandSource of(String key, JsonNode settings, Set<String> blocks, SourceFiles files) {
        return new BrandSource(key, MAPPER.convertValue(settings, TREE), blocks, files);
    }

    /** Takes a brand in, with a fault for all that is wrong with it. */
    static Part<BrandSource> take(String key, SourceFiles files, Map<String, String> blocks, Faults faults) {
        int before = faults.count();
        checkFiles(files, faults);
        var included = new TreeSet<String>();
        LAYOUTS.forEach(layout -> included.addAll(Includes.find(files, layout, blocks, faults)));
        var yaml = YamlFile.read(SETTINGS, files, SourceRules.BRAND, faults);
        checkReferences(yaml, files);
        var brand = of(key, yaml.root(), included, files);
        return new Part<>(brand, yaml.doubts(), faults.count() == before);
    }

    /** One of which there is nothing. */
    static Part<BrandSource> absent(String key) {
        return new Part<>(new BrandSource(key, Map.of(), Set.of(), SourceFiles.of(Map.of())), Set.of(""), false);
    }

    private static void checkFiles(SourceFiles files, Faults faults) {
        files.paths().stream()
                .filter(path -> !path.equals(SETTINGS) && !REMARKS.contains(path))
                .filter(path ->
                        !LAYOUT.matcher(path).matches() && !ASSET.matcher(path).matches())
                .forEach(path -> faults.add(files.nameOf(path), "is not a file that a brand has"));
    }

    private static void checkReferences(YamlFile yaml, SourceFiles files) {
        CalendarSource.checkZone(yaml, "/zone");
        var fonts = yaml.root().path("fonts");
        for (int i = 0; i < fonts.size(); i++) {
            var file = fonts.get(i).path("file").asText();
            if (!files.paths().contains("assets/" + file)) {
                yaml.fault("/fonts/" + i + "/file", "names a file that is not in assets");
            }
        }
    }

    /** The sources of the layouts that can be read, by file name. */
    public Map<String, String> layouts() {
        return files.paths().stream()
                .filter(path -> LAYOUT.matcher(path).matches() && files.isText(path))
                .collect(Collectors.toUnmodifiableMap(path -> path, files::text));
    }

    /** Logo, fonts and pictures by their path under {@code assets/}. */
    public Map<String, byte[]> assets() {
        return Map.copyOf(files.in("assets").contents());
    }
}
