package io.chancery.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.chancery.template.Brand;
import io.chancery.template.ChannelPlan;
import io.chancery.template.PricedLines;
import io.chancery.template.TemplateSettings;
import io.chancery.template.TemplateVersion;
import io.chancery.vocabulary.MessageClass;
import io.chancery.vocabulary.PersonName;
import io.chancery.vocabulary.PostalAddress;
import io.chancery.vocabulary.Purpose;
import io.chancery.vocabulary.Recipient;
import io.chancery.vocabulary.Ucid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The templates that ship, as {@code templates/} has them, for tests that render them without a database. */
public final class ShippedTemplates {

    private static final Path ROOT = Path.of("templates");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private ShippedTemplates() {}

    public static TemplateVersion get(String key) {
        var yaml = read(ROOT.resolve(key).resolve("template.yaml"));
        var languages = texts(yaml.path("languages"));
        var messages = languages.stream()
                .collect(Collectors.toMap(
                        language -> language,
                        language -> text(ROOT.resolve(key).resolve("message." + language + ".html"))));
        return new TemplateVersion(
                UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)),
                key,
                1,
                settings(yaml, languages),
                yaml.path("schema"),
                messages,
                files(ROOT.resolve("blocks"), ".html"),
                brand(yaml.path("brand").asText()));
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
        return new RenderRequest(
                Messages.DELIVERY,
                get(key),
                recipient(sample.path("customer")),
                sample.path("language").asText(),
                sample.path("data"),
                sample.path("reference").asText(),
                LocalDate.of(2026, 11, 22));
    }

    private static Recipient recipient(JsonNode customer) {
        var address = customer.path("address");
        return new Recipient(
                new Ucid(customer.path("ucid").asText()),
                1,
                new PersonName(
                        customer.path("salutation").asText(),
                        customer.path("title").asText(),
                        customer.path("givenName").asText(),
                        customer.path("familyName").asText()),
                customer.path("language").asText(),
                null,
                new PostalAddress(
                        address.path("street").asText(),
                        address.path("postcode").asText(),
                        address.path("city").asText(),
                        address.path("country").asText()),
                customer.path("email").asText(),
                customer.path("mobile").asText());
    }

    private static TemplateSettings settings(JsonNode yaml, List<String> languages) {
        return new TemplateSettings(
                YAML.convertValue(
                        yaml.path("title"),
                        YAML.getTypeFactory().constructMapType(Map.class, String.class, String.class)),
                MessageClass.of(yaml.path("class").asText()),
                Purpose.of(yaml.path("purpose").asText()),
                languages,
                YAML.convertValue(yaml.path("plan"), ChannelPlan.class),
                totals(yaml.path("totals")),
                Map.of(),
                yaml.path("retention").asText());
    }

    private static @Nullable PricedLines totals(JsonNode totals) {
        return totals.isMissingNode() ? null : YAML.convertValue(totals, PricedLines.class);
    }

    @SuppressWarnings("unchecked")
    private static Brand brand(String key) {
        var folder = ROOT.resolve("brands").resolve(key);
        var layouts = new HashMap<String, String>();
        files(folder, ".html").forEach((name, source) -> layouts.put(name + ".html", source));
        files(folder, ".txt").forEach((name, source) -> layouts.put(name + ".txt", source));
        Map<String, Object> settings = YAML.convertValue(read(folder.resolve("brand.yaml")), Map.class);
        return new Brand(new UUID(7, 7), key, 1, settings, layouts, assets(folder.resolve("assets")));
    }

    private static Map<String, byte[]> assets(Path folder) {
        try (var paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(path -> folder.relativize(path).toString(), path -> bytes(path)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
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

    private static List<String> texts(JsonNode list) {
        return YAML.convertValue(list, YAML.getTypeFactory().constructCollectionType(List.class, String.class));
    }

    private static JsonNode read(Path file) {
        try {
            return YAML.readTree(file.toFile());
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
