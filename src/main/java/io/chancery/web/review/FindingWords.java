package io.chancery.web.review;

import static io.chancery.web.form.Phrases.rule;

import io.chancery.web.Reader;
import io.chancery.web.form.Phrases;
import io.quarkus.qute.TemplateExtension;

/** What a comparison says, in German; in English it says it itself. */
@TemplateExtension
final class FindingWords {

    private static final String NOTHING = "(nothing)";

    private static final Phrases PHRASES = Phrases.of(
            rule("^The letter has 1 page instead of (\\d+)", "Der Brief hat 1 Seite statt $1"),
            rule("^The letter has (\\d+) pages instead of (\\d+)", "Der Brief hat $1 Seiten statt $2"),
            rule("^Page (\\d+) is gone", "Seite $1 fällt weg"),
            rule("^Page (\\d+) is new", "Seite $1 ist neu"),
            rule(
                    "^Page (\\d+) looks the same, but the text that is read aloud or copied differs",
                    "Seite $1 sieht gleich aus, aber der Text, der vorgelesen oder kopiert wird, ist ein anderer"),
            rule(
                    "^Page (\\d+) looks different: less than ([\\d.]+ %) of it, within a field of (\\d+ × \\d+ mm), (\\d+ mm) from the left"
                            + " and (\\d+ mm) from the top",
                    "Seite $1 sieht anders aus: weniger als $2 davon, in einem Feld von $3, $4 von links und $5 von oben"),
            rule(
                    "^Page (\\d+) looks different: ([\\d.]+ %) of it, within a field of (\\d+ × \\d+ mm), (\\d+ mm) from the left"
                            + " and (\\d+ mm) from the top",
                    "Seite $1 sieht anders aus: $2 davon, in einem Feld von $3, $4 von links und $5 von oben"),
            rule("^The plain text differs", "Der Textteil ist ein anderer"),
            rule("^The HTML differs", "Das HTML ist ein anderes"),
            rule("^The text differs", "Der Text ist ein anderer"),
            rule("^The page differs", "Die Seite ist eine andere"),
            rule("^The file (.+) is gone", "Die Datei $1 fällt weg"),
            rule("^The file (.+) is new", "Die Datei $1 ist neu"),
            rule("^The file (\\S+) is another: its bytes differ", "Die Datei $1 ist eine andere"),
            rule("^The file (\\S+) is another: .*", "Die Datei $1 ist eine andere"),
            rule("^The old version cannot be rendered: ", "Die frühere Version kann nicht gesetzt werden: "),
            rule("^The new version cannot be rendered: ", "Diese Version kann nicht gesetzt werden: "),
            rule("^segments: «(\\d+)» is now «(\\d+)»", "SMS-Segmente: bisher $1, jetzt $2"),
            rule("^([\\w-]+): (.+) is now (.+)$", "$1: bisher $2, jetzt $3"));

    private FindingWords() {}

    /** A sentence of a comparison in the language of whoever reads it. */
    static String told(String sentence, Reader reader) {
        return "de".equals(reader.language())
                ? PHRASES.german(sentence).orElse(sentence).replace(NOTHING, "(nichts)")
                : sentence;
    }
}
