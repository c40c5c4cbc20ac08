package io.chancery.web.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.FormParam;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What somebody has filled in to begin a run. */
public class RunOrder {

    @FormParam("template")
    @Nullable
    String template;

    @FormParam("reference")
    @Nullable
    String reference;

    @FormParam("language")
    @Nullable
    String language;

    @FormParam("channels")
    @Nullable
    List<String> channels;

    @FormParam("data")
    @Nullable
    String data;

    public String template() {
        return Objects.requireNonNullElse(template, "");
    }

    public String reference() {
        return Objects.requireNonNullElse(reference, "");
    }

    public String language() {
        return Objects.requireNonNullElse(language, "");
    }

    public String data() {
        return Objects.requireNonNullElse(data, "");
    }

    /** Whether this channel is wished. */
    public boolean wishes(String channel) {
        return channels != null && channels.contains(channel);
    }

    /** The same as {@code POST /runs} takes it; data that are no JSON go on as a text, which is a fault there. */
    JsonNode json(ObjectMapper json) {
        var order = JsonNodeFactory.instance.objectNode();
        order.put("template", template().strip());
        if (!reference().isBlank()) {
            order.put("reference", reference().strip());
        }
        var defaults = order.putObject("defaults");
        if (!language().isEmpty()) {
            defaults.put("language", language());
        }
        if (channels != null && !channels.isEmpty()) {
            var list = defaults.putArray("channels");
            channels.forEach(list::add);
        }
        putData(defaults, json);
        return order;
    }

    private void putData(ObjectNode defaults, ObjectMapper json) {
        if (!data().isBlank()) {
            try {
                defaults.set("data", json.readTree(data()));
            } catch (JsonProcessingException noJson) {
                defaults.put("data", data());
            }
        }
    }
}
