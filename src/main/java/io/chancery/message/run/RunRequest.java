package io.chancery.message.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chancery.platform.request.BodyFields;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What {@code POST /runs} asks for, well-formed but not yet checked against the template. */
@Schema(
        name = "RunRequest",
        requiredProperties = {"template"})
record RunRequest(
        @Schema(description = "Key of a published template", examples = "invoice")
        String template,

        @Schema(description = "Your own number, up to 200 characters")
        String reference,

        @Schema(
                description =
                        "What holds where a line says nothing: language, channels, sendAt, expiresAt, data, metadata;"
                                + " of data and metadata each property by itself",
                implementation = Object.class)
        ObjectNode defaults) {

    private static final int REFERENCE_LIMIT = 200;
    private static final Set<String> DEFAULTS =
            Set.of("language", "channels", "sendAt", "expiresAt", "data", "metadata");

    /** @throws RunException if anything is wrong with its form */
    static RunRequest read(JsonNode body) {
        var fields = new BodyFields(body);
        fields.allow(Set.of("template", "reference", "defaults"));
        var template = fields.required("template", REFERENCE_LIMIT);
        var reference = fields.text("reference", REFERENCE_LIMIT);
        fields.within("defaults").allow(DEFAULTS);
        fields.refuseFaulty(RunException::invalid);
        return new RunRequest(template, Objects.requireNonNullElse(reference, ""), object(fields.node("defaults")));
    }

    private static ObjectNode object(@Nullable JsonNode node) {
        return node instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
    }
}
