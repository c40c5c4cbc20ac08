package io.chancery.template.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chancery.template.schema.DataSchema;
import io.chancery.template.schema.JsonPlaces;
import io.chancery.template.schema.Loosening;
import io.chancery.template.source.TemplateLibrary.Part;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks one template against its own files, and against the brands and blocks beside it. */
final class TemplateCheck {

    private static final Pattern FIXTURE = Pattern.compile("fixtures/[A-Za-z0-9_-]+\\.json");
    private static final Pattern MESSAGE = Pattern.compile("message\\.([a-z]{2})\\.html");
    private static final String TIMES = "/plan/fallbackAfter";
    private static final String SCHEMA = "schema";
    private static final String LANGUAGES = "languages";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String key;
    private final SourceFiles files;
    private final YamlFile yaml;
    private final Faults faults;

    private TemplateCheck(String key, SourceFiles files, Faults faults) {
        this.key = key;
        this.files = files;
        this.yaml = YamlFile.read(TemplateSource.SETTINGS, files, SourceRules.TEMPLATE, faults);
        this.faults = faults;
    }

    /**
     * Takes a template in, with a fault for all that is wrong with it.
     *
     * @param brands all that is there of them, so that a fault of a brand is not told again for each template
     * @param blocks source of each block by name
     */
    static Part<TemplateSource> take(
            String key, SourceFiles files, SourceFiles brands, Map<String, String> blocks, Faults faults) {
        int before = faults.count();
        var check = new TemplateCheck(key, files, faults);
        check.checkReferences(brands);
        var source = check.assemble(blocks);
        return new Part<>(source, check.yaml.doubts(), faults.count() == before);
    }

    private void checkReferences(SourceFiles brands) {
        checkBrand(brands);
        LanguageCheck.check(yaml);
        CalendarSource.check(yaml);
        checkTimes(yaml.root().path("plan"));
        checkFixtures(compile());
        if (!yaml.isDoubtful(SCHEMA) && !yaml.isDoubtful("totals")) {
            FigureCheck.check(yaml);
        }
    }

    private void checkBrand(SourceFiles brands) {
        var brand = yaml.root().path("brand").asText();
        if (brands.folders().contains(brand)) {
            LetterSource.checkFiles(yaml, brands.in(brand));
        } else if (!yaml.isDoubtful("brand")) {
            yaml.fault("/brand", "names a brand that is not there");
        }
    }

    /** A time after which nothing follows would be taken for a promise. */
    private void checkTimes(JsonNode plan) {
        var times = plan.path("fallbackAfter");
        if (times.isObject() && plan.path("mode").asText().equals("all")) {
            yaml.fault(TIMES, "is for mode first-success: with all, no channel waits for another");
        }
        if (times.isObject() && plan.path("fallback").asText().equals("none")) {
            yaml.fault(TIMES, "leads to nothing, because fallback is none");
        }
        var used = Stream.concat(
                        yaml.root().path("copies").findValues("channels").stream(), Stream.of(plan.path("channels")))
                .flatMap(channels -> TemplateSource.list(channels, Function.identity()).stream())
                .collect(Collectors.toSet());
        times.fieldNames().forEachRemaining(channel -> {
            if (!used.contains(channel)) {
                yaml.fault(TIMES + "/" + channel, "is not a channel of this plan");
            }
        });
    }

    private Optional<DataSchema> compile() {
        try {
            return yaml.isDoubtful(SCHEMA)
                    ? Optional.empty()
                    : Optional.of(DataSchema.of(yaml.root().path(SCHEMA)));
        } catch (IllegalArgumentException e) {
            yaml.fault("/schema", "does not compile: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Sample data that the schema refuses would show authors what no customer will ever get. */
    private void checkFixtures(Optional<DataSchema> schema) {
        files.paths().stream()
                .filter(path -> FIXTURE.matcher(path).matches())
                .forEach(path -> files.text(path, faults).ifPresent(text -> checkFixture(path, text, schema)));
    }

    private void checkFixture(String path, String text, Optional<DataSchema> schema) {
        try {
            var data = JSON.readTree(text).path("data");
            var wrong = schema.map(rules -> rules.check(data, "/data")).orElse(List.of());
            if (!wrong.isEmpty()) {
                var places = JsonPlaces.in(text);
                wrong.forEach(fault ->
                        faults.add(files.nameOf(path), places.of(fault.pointer()), fault.pointer(), fault.detail()));
            }
        } catch (JsonProcessingException e) {
            faults.add(files.nameOf(path), e.getLocation(), "", "is not JSON from here on");
        }
    }

    private TemplateSource assemble(Map<String, String> blocks) {
        var settings = legible();
        var languages = TemplateSource.list(settings.path(LANGUAGES), Function.identity());
        checkFiles(languages);
        var included = new TreeSet<String>();
        for (var language : languages) {
            included.addAll(Includes.find(files, TemplateSource.file(language), blocks, faults));
        }
        return TemplateSource.of(key, settings, included, files);
    }

    /** What the file says, and something in place of what is wrong in it, so that the rest can be judged. */
    private ObjectNode legible() {
        var settings = TemplateSource.standIn();
        settings.setAll((ObjectNode) yaml.root());
        if (yaml.isDoubtful(SCHEMA)) {
            settings.set(SCHEMA, Loosening.of(yaml.asRead(SCHEMA), yaml.faultsIn(SCHEMA)));
        }
        if (yaml.isDoubtful(LANGUAGES)) {
            var languages = settings.putArray(LANGUAGES);
            files.paths().stream()
                    .map(MESSAGE::matcher)
                    .filter(Matcher::matches)
                    .forEach(message -> languages.add(message.group(1)));
        }
        return settings;
    }

    private void checkFiles(List<String> languages) {
        for (var path : files.paths()) {
            boolean known = path.equals(TemplateSource.SETTINGS)
                    || path.equals("README.md")
                    || FIXTURE.matcher(path).matches()
                    || (yaml.isDoubtful(LANGUAGES) && path.startsWith("message."))
                    || languages.stream().map(TemplateSource::file).anyMatch(path::equals);
            if (!known) {
                faults.add(files.nameOf(path), "is not a file that this template has; is its language listed?");
            }
        }
    }
}
