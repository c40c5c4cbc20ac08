package io.chancery.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.template.TemplateVersion;
import io.chancery.template.source.TemplateLibrary;
import io.chancery.template.source.TemplateSource;
import io.chancery.vocabulary.PersonName;
import io.chancery.vocabulary.PostalAddress;
import io.chancery.vocabulary.Recipient;
import io.chancery.vocabulary.Ucid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;

/** Every template that ships, with each of its fixtures. */
public final class ShippedMessages {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TemplateLibrary LIBRARY = TemplateLibrary.read(Path.of("templates"));

    private ShippedMessages() {}

    public static Stream<RenderRequest> requests() {
        return LIBRARY.templates().stream().flatMap(ShippedMessages::requests);
    }

    private static Stream<RenderRequest> requests(TemplateSource source) {
        var version = version(source);
        return source.files().contents().entrySet().stream()
                .filter(file -> file.getKey().startsWith("fixtures/"))
                .map(file -> request(version, file.getKey(), json(file.getValue())));
    }

    private static TemplateVersion version(TemplateSource source) {
        var candidate = LIBRARY.candidates().stream()
                .filter(version -> version.key().equals(source.key()))
                .findFirst()
                .orElseThrow();
        return new TemplateVersion(
                UUID.nameUUIDFromBytes(source.key().getBytes(StandardCharsets.UTF_8)),
                candidate.key(),
                candidate.number(),
                candidate.settings(),
                candidate.schema(),
                candidate.messages(),
                candidate.blocks(),
                candidate.brand());
    }

    private static RenderRequest request(TemplateVersion version, String fixture, JsonNode sample) {
        var customer = sample.path("customer");
        var address = customer.path("address");
        var recipient = new Recipient(
                Ucid.ofNumber(42),
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
                customer.path("email").asText("fixture@example.org"),
                customer.path("mobile").asText("+491510000000"));
        var language = version.languageFor(sample.path("language").asText("de"));
        var date = LocalDate.of(2026, 11, 22);
        var id = UUID.nameUUIDFromBytes(fixture.getBytes(StandardCharsets.UTF_8));
        return new RenderRequest(
                id,
                version,
                recipient,
                language,
                sample.path("data"),
                sample.path("reference").asText(),
                date);
    }

    private static JsonNode json(byte[] content) {
        try {
            return JSON.readTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
