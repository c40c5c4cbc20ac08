package io.chancery.render.letter;

import io.chancery.render.RenderException;
import io.chancery.render.RenderRequest;
import io.chancery.render.data.Condition;
import io.chancery.render.language.Shape;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What is decided about one letter before it is laid out.
 *
 * @param notes above the address
 * @param test whether every page says that it is only tried
 */
public record Letter(LetterForm form, Sides sides, List<String> notes, List<Enclosure> enclosures, boolean test) {

    /** What layouts can name of one. */
    public static final Shape SHAPE = Shape.fields(
                    Map.of("notes", new Shape.Items(Shape.PLAIN), "enclosures", new Shape.Items(Shape.PLAIN)))
            .with("form", "top");

    /** The upper zone of the address field has five lines, and one of them is the sender's. */
    private static final int MOST_NOTES = 4;

    /**
     * @param line renders a plain text of one line that stands in the template's settings
     */
    public static Letter of(RenderRequest request, UnaryOperator<String> line) {
        var version = request.template();
        var settings = version.settings().letter();
        var language = request.language();
        return new Letter(
                LetterForm.of(version.brand(), request.recipient()),
                Sides.of(version),
                notes(request, line),
                settings.enclosures().stream()
                        .filter(enclosure ->
                                request.copy() == null || request.copy().enclosures())
                        .filter(enclosure -> new Condition(enclosure.condition()).holds(line))
                        .map(enclosure ->
                                new Enclosure(text(enclosure.title(), language), text(enclosure.file(), language)))
                        .toList(),
                request.isTest());
    }

    private static List<String> notes(RenderRequest request, UnaryOperator<String> line) {
        var version = request.template();
        var own = version.settings().letter().notes().getOrDefault(request.language(), List.of());
        var notes = Stream.of(
                        CopyNote.of(request).stream(),
                        brandNotes(version.brand().settings()),
                        own.stream().map(line))
                .flatMap(Function.identity())
                .filter(note -> !note.isBlank())
                .toList();
        if (notes.size() > MOST_NOTES) {
            throw new RenderException("Above an address stand at most " + MOST_NOTES + " notes, not " + notes.size());
        }
        return notes;
    }

    private static Stream<String> brandNotes(Map<String, Object> brand) {
        return brand.get("letter") instanceof Map<?, ?> letter && letter.get("notes") instanceof List<?> notes
                ? notes.stream().map(String::valueOf)
                : Stream.empty();
    }

    private static String text(Map<String, String> byLanguage, String language) {
        return Optional.ofNullable(byLanguage.get(language))
                .orElseThrow(() -> new RenderException("An enclosure is missing in the language " + language));
    }

    /** The same letter alone, when what it encloses goes beside it. */
    public Letter withoutEnclosures() {
        return new Letter(form, sides, notes, List.of(), test);
    }

    /** What layouts can name of it. */
    public Map<String, Object> values() {
        return Map.of(
                "form",
                form.code(),
                "top",
                new BigDecimal(String.valueOf(form.window().top())).stripTrailingZeros(),
                "notes",
                notes,
                "enclosures",
                enclosures.stream().map(Enclosure::title).toList());
    }
}
