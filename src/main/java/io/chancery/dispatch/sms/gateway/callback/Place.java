package io.chancery.dispatch.sms.gateway.callback;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Where a gateway's JSON has something, as the settings say. */
public record Place(JsonPointer pointer) {

    /** @throws IllegalArgumentException if it is no JSON pointer */
    public static Place of(String pointer) {
        return new Place(JsonPointer.compile(pointer));
    }

    /** The text or number there. */
    public Optional<String> in(JsonNode json) {
        var node = json.at(pointer);
        return node.isValueNode() && !node.isNull() ? Optional.of(node.asText().strip()) : Optional.empty();
    }
}
