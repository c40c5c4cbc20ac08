package io.chancery.template.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** Where everything is in a JSON text. */
public final class JsonPlaces {

    private static final JsonFactory JSON = new JsonFactory();

    private final Map<String, JsonLocation> places = new HashMap<>();

    private JsonPlaces() {}

    /** @param json that can be read */
    public static JsonPlaces in(String json) {
        var places = new JsonPlaces();
        try (var parser = JSON.createParser(json)) {
            while (parser.nextToken() != null) {
                var pointer = parser.getParsingContext().pathAsPointer().toString();
                places.places.putIfAbsent(pointer, parser.currentTokenLocation());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return places;
    }

    /** Where something is, or what is around it if it is missing. */
    public JsonLocation of(String pointer) {
        var at = pointer;
        while (!places.containsKey(at) && !at.isEmpty()) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return places.getOrDefault(at, JsonLocation.NA);
    }
}
