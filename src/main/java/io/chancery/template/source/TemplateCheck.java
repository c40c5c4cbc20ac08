package io.chancery.template.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.template.schema.DataSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Checks one template against its own files, and against the brands and blocks beside it. */
final class TemplateCheck {

    private static final Pattern FIXTURE = Pattern.compile("fixtures/[A-Za-z0-9_-]+\\.json");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String key;
    private final SourceFiles files;
    private final Faults faults;

    private TemplateCheck(String key, SourceFiles files, Faults faults) {
        this.key = key;
        this.files = files;
        this.faults = faults;
    }

    /**
     * Takes a template in; empty, with faults, if anything is wrong with it.
     *
     * @param brands all that is there of them, so that a fault of a brand is not told again for each template
     * @param blocks source of each block by name
     */
    static Optional<TemplateSource> take(
            String key, SourceFiles files, SourceFiles brands, Map<String, String> blocks, Faults faults) {
        int before = faults.count();
        var check = new TemplateCheck(key, files, faults);
        var source = check.settings(brands).map(yaml -> check.assemble(yaml, blocks));
        return faults.count() == before ? source : Optional.empty();
    }

    private Optional<JsonNode> settings(SourceFiles brands) {
        int before = faults.count();
        var yaml = files.text(TemplateSource.SETTINGS, faults)
                .flatMap(text -> YamlFile.parse(files.nameOf(TemplateSource.SETTINGS), text, faults));
        yaml.ifPresent(file -> file.check(SourceRules.TEMPLATE));
        if (faults.count() > before) {
            return Optional.empty();
        }
        yaml.ifPresent(file -> checkReferences(file, brands));
        return yaml.map(YamlFile::root);
    }

    private void checkReferences(YamlFile yaml, SourceFiles brands) {
        var brand = yaml.root().path("brand").asText();
        if (brands.folders().contains(brand)) {
            LetterSource.checkFiles(yaml, brands.in(brand));
        } else {
            yaml.fault("/brand", "names a brand that is not there");
        }
        LanguageCheck.check(yaml);
        CalendarSource.check(yaml);
        compile(yaml).ifPresent(this::checkFixtures);
        FigureCheck.check(yaml);
    }

    private static Optional<DataSchema> compile(YamlFile yaml) {
        try {
            return Optional.of(DataSchema.of(yaml.root().path("schema")));
        } catch (IllegalArgumentException e) {
            yaml.fault("/schema", "does not compile: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Sample data that the schema refuses would show authors what no customer will ever get. */
    private void checkFixtures(DataSchema schema) {
        files.paths().stream()
                .filter(path -> FIXTURE.matcher(path).matches())
                .forEach(path -> files.text(path, faults).ifPresent(text -> checkFixture(path, text, schema)));
    }

    private void checkFixture(String path, String text, DataSchema schema) {
        try {
            schema.check(JSON.readTree(text).path("data"), "/data")
                    .forEach(fault -> faults.add(files.nameOf(path), 0, fault.pointer(), fault.detail()));
        } catch (JsonProcessingException e) {
            faults.add(files.nameOf(path), e.getLocation(), "", "is not JSON from here on");
        }
    }

    private TemplateSource assemble(JsonNode yaml, Map<String, String> blocks) {
        var languages = new ArrayList<String>();
        yaml.path("languages").forEach(language -> languages.add(language.asText()));
        checkFiles(languages);
        var included = new TreeSet<String>();
        for (var language : languages) {
            included.addAll(Includes.find(files, TemplateSource.file(language), blocks, faults));
        }
        return TemplateSource.of(key, yaml, included, files);
    }

    private void checkFiles(List<String> languages) {
        for (var path : files.paths()) {
            boolean known = path.equals(TemplateSource.SETTINGS)
                    || path.equals("README.md")
                    || FIXTURE.matcher(path).matches()
                    || languages.stream().map(TemplateSource::file).anyMatch(path::equals);
            if (!known) {
                faults.add(files.nameOf(path), "is not a file that this template has; is its language listed?");
            }
        }
    }
}
