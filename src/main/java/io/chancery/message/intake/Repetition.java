package io.chancery.message.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chancery.message.store.MessageEntity;

/** Asks once more for a message that is on record. */
public final class Repetition {

    /** In the metadata: the id of the message that is sent once more. */
    static final String REPEATS = "repeats";

    private Repetition() {}

    /** The body of {@code POST /messages} that asks for the same again. */
    public static JsonNode of(MessageEntity message) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("template", message.template);
        body.putObject("customer").put("ucid", message.ucid);
        if (!message.reference.isEmpty()) {
            body.put("reference", message.reference);
        }
        body.put("language", message.language);
        body.set("data", message.data);
        if (message.channels != null) {
            var channels = body.putArray("channels");
            for (var channel : message.channels) {
                channels.add(channel);
            }
        }
        body.set("metadata", metadata(message));
        return body;
    }

    private static ObjectNode metadata(MessageEntity message) {
        var metadata =
                message.metadata instanceof ObjectNode known ? known.deepCopy() : JsonNodeFactory.instance.objectNode();
        return metadata.put(REPEATS, message.id.toString());
    }
}
