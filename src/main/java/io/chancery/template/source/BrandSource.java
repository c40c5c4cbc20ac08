package io.chancery.template.source;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Takes a brand in; empty, with faults, if anything is wrong with it. */
    static Optional<BrandSource> take(String key, SourceFiles files, Map<String, String> blocks, Faults faults) {
        int before = faults.count();
        checkFiles(files, faults);
        var included = new TreeSet<String>();
        LAYOUTS.forEach(layout -> included.addAll(Includes.find(files, layout, blocks, faults)));
        var yaml = files.text(SETTINGS, faults).flatMap(text -> YamlFile.parse(files.nameOf(SETTINGS), text, faults));
        yaml.ifPresent(file -> checkSettings(file, files));
        return faults.count() == before ? yaml.map(file -> of(key, file.root(), included, files)) : Optional.empty();
    }

    private static void checkFiles(SourceFiles files, Faults faults) {
        files.paths().stream()
                .filter(path -> !path.equals(SETTINGS) && !REMARKS.contains(path))
                .filter(path ->
                        !LAYOUT.matcher(path).matches() && !ASSET.matcher(path).matches())
                .forEach(path -> faults.add(files.nameOf(path), "is not a file that a brand has"));
    }

    private static void checkSettings(YamlFile yaml, SourceFiles files) {
        yaml.check(SourceRules.BRAND);
        CalendarSource.checkZone(yaml, "/zone");
        var fonts = yaml.root().path("fonts");
        for (int i = 0; i < fonts.size(); i++) {
            var file = fonts.get(i).path("file").asText();
            if (!files.paths().contains("assets/" + file)) {
                yaml.fault("/fonts/" + i + "/file", "names a file that is not in assets");
            }
        }
    }

    /** The sources of the layouts by file name. */
    public Map<String, String> layouts() {
        return files.paths().stream()
                .filter(path -> LAYOUT.matcher(path).matches())
                .collect(Collectors.toUnmodifiableMap(path -> path, files::text));
    }

    /** Logo, fonts and pictures by their path under {@code assets/}. */
    public Map<String, byte[]> assets() {
        return Map.copyOf(files.in("assets").contents());
    }
}
