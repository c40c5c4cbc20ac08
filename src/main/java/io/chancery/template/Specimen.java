package io.chancery.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.SortedMap;

/**
 * A version of a template with its fixtures, to be looked at before anybody gets it.
 *
 * @param fixtures by name: {@code customer, language, reference, data}
 * @param unknown what its message can begin a name with that nothing can be said of, because something else is wrong
 */
public record Specimen(TemplateVersion version, SortedMap<String, JsonNode> fixtures, Set<String> unknown) {

    /** One that nothing is wrong with. */
    public Specimen(TemplateVersion version, SortedMap<String, JsonNode> fixtures) {
        this(version, fixtures, Set.of());
    }
}
