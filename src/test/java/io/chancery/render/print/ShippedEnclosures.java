package io.chancery.render.print;

import io.chancery.render.Messages;
import io.chancery.render.RenderRequest;
import io.chancery.render.RenderRequest.Reader;
import io.chancery.render.RendererAccess;
import io.chancery.render.ShippedTemplates;
import io.chancery.template.Brand;
import io.chancery.template.TemplateSettings;
import io.chancery.template.TemplateVersion;
import io.chancery.vocabulary.Channel;
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

/** Makes the enclosures that ship from their sources, in the look of their brand. Run it when a source has changed. */
final class ShippedEnclosures {

    static final List<String> NAMES = List.of("contract-rights.de", "contract-rights.en");

    private static final Path SOURCES = Path.of("src/docs/enclosures");
    private static final Path BRAND = Path.of("templates/brands/lindenwerk/assets");

    private ShippedEnclosures() {}

    public static void main(String[] arguments) throws IOException {
        Files.createDirectories(BRAND.resolve("enclosures"));
        for (var name : NAMES) {
            Files.write(BRAND.resolve(path(name)), made(name));
        }
    }

    static String path(String name) {
        return "enclosures/" + name + ".pdf";
    }

    static byte[] shipped(String name) {
        try {
            return Files.readAllBytes(BRAND.resolve(path(name)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static byte[] made(String name) {
        var language = name.substring(name.lastIndexOf('.') + 1);
        var shipped = ShippedTemplates.get("welcome");
        var brand = shipped.brand();
        var settings = shipped.settings();
        var version = new TemplateVersion(
                id(name),
                name.substring(0, name.lastIndexOf('.')),
                1,
                new TemplateSettings(
                        settings.title(),
                        settings.messageClass(),
                        settings.purpose(),
                        List.of(language),
                        settings.plan(),
                        null,
                        TemplateSettings.Extras.NONE,
                        settings.retention()),
                Messages.json("{}"),
                Map.of(language, source(name)),
                Map.of(),
                new Brand(
                        id("sheet"),
                        brand.key(),
                        1,
                        brand.settings(),
                        Map.of("print.html", source("sheet")),
                        withoutEnclosures(brand.assets())));
        var anybody = ShippedTemplates.fixture("welcome", "simple").recipient();
        var request = new RenderRequest(
                id(name),
                version,
                new Reader(anybody, language),
                Messages.json("{}"),
                "",
                LocalDate.of(2026, 11, 1),
                null);
        return RendererAccess.of(new PrintRenderer())
                .render(Channel.PRINT, request)
                .content();
    }

    private static Map<String, byte[]> withoutEnclosures(Map<String, byte[]> assets) {
        return assets.entrySet().stream()
                .filter(asset -> !asset.getKey().endsWith(".pdf"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static String source(String name) {
        try {
            return Files.readString(SOURCES.resolve(name + ".html"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
