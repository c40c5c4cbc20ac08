package io.chancery.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.template.Specimen;
import io.chancery.template.TemplateVersion;
import io.chancery.template.source.TemplateLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The templates that ship, as {@code templates/} has them, for tests that render them without a database. */
public final class ShippedTemplates {

    private static final Path ROOT = Path.of("templates");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<TemplateVersion> VERSIONS = TemplateLibrary.read(ROOT).candidates().stream()
            .map(Specimen::version)
            .toList();

    private ShippedTemplates() {}

    public static TemplateVersion get(String key) {
        return VERSIONS.stream()
                .filter(version -> version.key().equals(key))
                .findFirst()
                .map(version -> new TemplateVersion(
                        UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)),
                        key,
                        1,
                        version.settings(),
                        version.schema(),
                        version.messages(),
                        version.blocks(),
                        version.brand()))
                .orElseThrow();
    }

    public static List<String> keys() {
        try (var folders = Files.list(ROOT)) {
            return folders.filter(folder -> Files.exists(folder.resolve("template.yaml")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static List<String> fixtures(String key) {
        return files(ROOT.resolve(key).resolve("fixtures"), ".json").keySet().stream()
                .sorted()
                .toList();
    }

    /** A named sample of a template's data, with the customer it is for. */
    public static RenderRequest fixture(String key, String name) {
        var sample = read(ROOT.resolve(key).resolve("fixtures").resolve(name + ".json"));
        var request = SampleRequest.of(get(key), sample, LocalDate.of(2026, 11, 22));
        return new RenderRequest(
                Messages.DELIVERY,
                request.template(),
                request.reader(),
                request.data(),
                request.reference(),
                request.date(),
                request.link());
    }

    private static Map<String, String> files(Path folder, String ending) {
        try (var paths = Files.list(folder)) {
            return paths.filter(path -> path.toString().endsWith(ending))
                    .collect(Collectors.toMap(
                            path -> path.getFileName().toString().replace(ending, ""), path -> text(path)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        return Messages.text(bytes(file));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
