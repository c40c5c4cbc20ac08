package io.chancery.render;

import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.render.RenderRequest.Reader;
import io.chancery.template.TemplateVersion;
import io.chancery.vocabulary.PersonName;
import io.chancery.vocabulary.PostalAddress;
import io.chancery.vocabulary.Recipient;
import io.chancery.vocabulary.Ucid;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fixture as the request that it stands for. What it leaves out of its customer is filled with an invented person, who
 * has nothing against advertising.
 */
public final class SampleRequest {

    private static final String HOME = "DE";

    /** As long as one that is sent, and leads nowhere. */
    private static final String LINK = "https://post.example.org/d/SampLeSampLeSampL";

    private final TemplateVersion version;
    private final JsonNode sample;

    private SampleRequest(TemplateVersion version, JsonNode sample) {
        this.version = version;
        this.sample = sample;
    }

    /**
     * @param sample {@code customer, language, reference, data}; all but the data may be missing
     * @param date printed on the letter
     */
    public static RenderRequest of(TemplateVersion version, JsonNode sample, LocalDate date) {
        var request = new SampleRequest(version, sample);
        return new RenderRequest(
                UUID.nameUUIDFromBytes(sample.toString().getBytes(StandardCharsets.UTF_8)),
                version,
                new Reader(
                        request.recipient(),
                        version.languageFor(sample.path("language").asText()),
                        true,
                        null),
                sample.path("data"),
                sample.path("reference").asText(),
                date,
                LINK);
    }

    private Recipient recipient() {
        var customer = sample.path("customer");
        var name = new PersonName(
                text(customer, "salutation", ""),
                text(customer, "title", ""),
                text(customer, "givenName", customer.has("familyName") ? "" : "Kim"),
                text(customer, "familyName", "Beispiel"));
        return new Recipient(
                ucid(customer.path("ucid").asText()),
                1,
                name,
                null,
                text(customer, "language", sample.path("language").asText()),
                null,
                new Recipient.ContactPoints(
                        address(customer.path("address")),
                        contact(customer, "email", "kim@example.org"),
                        contact(customer, "mobile", "+4915112345678"),
                        null));
    }

    private static Ucid ucid(String text) {
        try {
            return new Ucid(text);
        } catch (IllegalArgumentException noUcid) {
            return Ucid.ofNumber(1);
        }
    }

    /** An explicit null says that there is none. */
    private static @Nullable PostalAddress address(JsonNode address) {
        return address.isNull()
                ? null
                : new PostalAddress(
                        text(address, "street", "Musterweg 1"),
                        text(address, "postcode", "00417"),
                        text(address, "city", "Lindbronn"),
                        text(address, "country", HOME));
    }

    private static @Nullable String contact(JsonNode customer, String field, String otherwise) {
        return customer.path(field).isNull() ? null : text(customer, field, otherwise);
    }

    private static String text(JsonNode node, String field, String otherwise) {
        return node.path(field).asText(otherwise);
    }
}
