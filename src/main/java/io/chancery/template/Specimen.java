package io.chancery.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.SortedMap;

/**
 * A version of a template with its fixtures, to be looked at before anybody gets it.
 *
 * @param fixtures by name: {@code customer, language, reference, data}
 */
public record Specimen(TemplateVersion version, SortedMap<String, JsonNode> fixtures) {}
