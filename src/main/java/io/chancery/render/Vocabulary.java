package io.chancery.render;

import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.render.format.Formatters;
import io.chancery.render.language.Shape;
import io.chancery.template.TemplateVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an author can write between braces, for an editor that completes it. */
@ApplicationScoped
public class Vocabulary {

    private static final int DEEPEST = 8;

    private final Renderer renderer;

    Vocabulary(Renderer renderer) {
        this.renderer = renderer;
    }

    /**
     * A name.
     *
     * @param path such as {@code data.period.from}; into the lines of a list {@code data.items[].price}
     * @param kind {@code value}, {@code list}, {@code group} or {@code refused}, which must not be read
     * @param hint what the schema says of it, or why it must not be read; may be empty
     */
    public record Name(String path, String kind, String hint) {}

    /**
     * All of it.
     *
     * @param formatters what each of them needs, by its name
     * @param sections such as {@code email}
     */
    public record Words(List<Name> names, Map<String, String> formatters, List<String> sections) {}

    /** What a message of a version can name in one of its languages. */
    public Words of(TemplateVersion version, String language) {
        var names = new ArrayList<Name>();
        MessageModel.shapes(version, language)
                .forEach((name, shape) -> collect(
                        name,
                        shape,
                        name.equals("data")
                                ? version.schema()
                                : version.schema().path("-"),
                        names));
        names.sort(Comparator.comparing(Name::path));
        var sections = new ArrayList<>(List.of("subject", "preheader", "promote"));
        renderer.sections().forEach(channel -> sections.add(channel.name()));
        return new Words(names, new TreeMap<>(Formatters.NEEDS), sections);
    }

    private static void collect(String path, Shape shape, JsonNode schema, List<Name> names) {
        var hint = schema.path("description").asText();
        if (shape instanceof Shape.Refused refused) {
            names.add(new Name(path, "refused", refused.why()));
        } else if (shape instanceof Shape.Items list) {
            names.add(new Name(path, "list", hint));
            inside(path + "[]", list.element(), schema.path("items"), names);
        } else if (shape instanceof Shape.Fields group) {
            names.add(new Name(path, "group", hint));
            inside(path, group, schema, names);
        } else {
            names.add(new Name(path, "value", hint));
        }
    }

    private static void inside(String path, Shape shape, JsonNode schema, List<Name> names) {
        boolean tooDeep = path.chars().filter(letter -> letter == '.').count() >= DEEPEST;
        if (shape instanceof Shape.Fields group && !tooDeep) {
            group.fields()
                    .forEach((name, field) -> collect(
                            path + "." + name, field, schema.path("properties").path(name), names));
        }
    }
}
