package io.chancery.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;

/**
 * One immutable version of a template, with everything it is rendered from.
 *
 * @param number 1 for the first version of this key
 * @param schema JSON Schema 2020-12 of the data of a request
 * @param messages source of {@code message.<language>.html} by language
 * @param blocks source of each reusable block by name, as pinned by this version
 */
public record TemplateVersion(
        UUID id,
        String key,
        int number,
        TemplateSettings settings,
        JsonNode schema,
        Map<String, String> messages,
        Map<String, String> blocks,
        Brand brand) {

    /** The asked-for language if the template has it, else the template's first language. */
    public String languageFor(String asked) {
        return settings.languages().contains(asked)
                ? asked
                : settings.languages().get(0);
    }
}
