package io.chancery.message.run.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chancery.message.run.store.ItemTable.Item;
import io.chancery.message.run.store.Run;
import io.chancery.platform.stream.RawRecord;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What {@code POST /messages} would be sent for an item. */
final class ItemBody {

    private ItemBody() {}

    /**
     * The bodies by their lines.
     *
     * @param schema of the data of the template's version, which says of which types its values are
     */
    static Map<Long, JsonNode> of(Run run, Collection<Item> items, JsonNode schema) {
        var types = new SchemaTypes(schema);
        var bodies = new LinkedHashMap<Long, JsonNode>();
        for (var item : items) {
            var body = of(run.request(), parsed(item));
            if (body.has("data")) {
                body.set("data", types.applied(body.get("data")));
            }
            bodies.put(item.line(), body);
        }
        return bodies;
    }

    private static ObjectNode parsed(Item item) {
        return RawRecord.parse(item.content())
                .map(RawRecord::columns)
                .orElseThrow(() -> new IllegalStateException("Line " + item.line() + " was JSON when it came"));
    }

    /** What the item leaves out is as the run says; of data and metadata, each property by itself. */
    static ObjectNode of(Run.Request request, ObjectNode item) {
        var body = request.defaults().deepCopy();
        item.properties().forEach(field -> {
            if (body.get(field.getKey()) instanceof ObjectNode given && field.getValue() instanceof ObjectNode own) {
                given.setAll(own);
            } else {
                body.set(field.getKey(), field.getValue());
            }
        });
        if (!body.has("template")) {
            body.put("template", request.template());
        }
        return body;
    }
}
