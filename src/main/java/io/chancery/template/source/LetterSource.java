package io.chancery.template.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.template.TemplateSettings.Enclosure;
import io.chancery.template.TemplateSettings.Letter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What {@code template.yaml} says about the letter. */
final class LetterSource {

    private LetterSource() {}

    static Letter read(JsonNode template) {
        var letter = template.path("letter");
        return new Letter(
                TemplateSource.texts(template.path("attachment")),
                notes(letter.path("notes")),
                enclosures(letter.path("enclosures")),
                letter.path("sides").asText());
    }

    private static Map<String, List<String>> notes(JsonNode byLanguage) {
        var notes = new LinkedHashMap<String, List<String>>();
        byLanguage
                .properties()
                .forEach(note -> notes.put(note.getKey(), TemplateSource.list(note.getValue(), Function.identity())));
        return Map.copyOf(notes);
    }

    private static List<Enclosure> enclosures(JsonNode list) {
        var enclosures = new ArrayList<Enclosure>();
        list.forEach(enclosure -> enclosures.add(new Enclosure(
                TemplateSource.texts(enclosure.path("title")),
                TemplateSource.texts(enclosure.path("file")),
                enclosure.path("if").asText())));
        return List.copyOf(enclosures);
    }

    /** Adds a fault for each enclosure that the brand has not. */
    static void checkFiles(YamlFile yaml, SourceFiles brand) {
        var enclosures = yaml.root().at("/letter/enclosures");
        for (int i = 0; i < enclosures.size(); i++) {
            var pointer = "/letter/enclosures/" + i + "/file/";
            enclosures.get(i).path("file").properties().stream()
                    .filter(file ->
                            !brand.paths().contains("assets/" + file.getValue().asText()))
                    .forEach(file ->
                            yaml.fault(pointer + file.getKey(), "names a file that is not in the brand's assets"));
        }
    }
}
