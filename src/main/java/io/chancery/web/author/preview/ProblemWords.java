package io.chancery.web.author.preview;

import static io.chancery.web.form.Phrases.rule;

import io.chancery.web.form.Faults;
import io.chancery.web.form.Phrases;

/** What is said of sources and of what is made of them, in German; in English they say it themselves. */
final class ProblemWords {

    private static final String IN_TEXT = "in the text part, ";
    private static final String NO_FIT =
            " does not fit the window of the envelope \\(([^)]+)\\); it is ([\\d.,]+) mm too (?:wide|high).*";

    private static final Phrases PHRASES = Phrases.of(
            // The language of templates.
            rule("there is no «([^»]+)»; there is (.+)", "«$1» gibt es nicht, sondern: $2"),
            rule("there is no block «([^»]+)»", "den Baustein «$1» gibt es nicht"),
            rule("includes «([^»]+)», which is no block", "fügt «$1» ein, und das ist kein Baustein"),
            rule("block «([^»]+)» includes itself", "der Baustein «$1» enthält sich selbst"),
            rule("a text, number or date has no «([^»]+)»", "ein Text, eine Zahl oder ein Datum hat kein «$1»"),
            rule(
                    "a list has no «([^»]+)»; use a loop, or .first",
                    "eine Liste hat kein «$1»; mit Schleife oder .first"),
            rule("(«[^»]+») is not a list", "$1 ist keine Liste"),
            rule(
                    "(«[^»]+») is a list or a group of values; name one value, or use a loop",
                    "$1 ist eine Liste oder eine Gruppe von Werten; bitte einen Wert nennen oder eine Schleife nehmen"),
            rule("nothing can be reached with a colon", "mit einem Doppelpunkt ist nichts zu erreichen"),
            rule(
                    "(\\{#[^}]+\\}) has its place in a message or a block",
                    "$1 gehört in eine Nachricht oder einen Baustein"),
            rule("(\\{#[^}]+\\}) has no place in (\\{#\\w+\\}?)", "$1 hat in $2 keinen Platz"),
            rule("a loop needs a list, as in (.+)", "eine Schleife braucht eine Liste, etwa $1"),
            rule(
                    "an include ends with /\\} and has no text of its own",
                    "ein include endet mit /} und hat keinen eigenen Text"),
            rule(
                    "blocks are HTML and cannot be put into plain text",
                    "Bausteine sind HTML und passen nicht in reinen Text"),
            rule("^longer than (\\d+) characters", "länger als $1 Zeichen"),
            rule("A section has not ended", "Ein Abschnitt ist nicht geschlossen"),
            rule("there is no (\\{#[^}]+\\}), and (message\\.\\w+\\.html) has one", "$1 fehlt, und in $2 gibt es das"),
            rule("there is no such message", "diese Nachricht gibt es nicht"),
            // Mails.
            rule("(<[^>]+>) has no place in a mail", "$1 hat in einer E-Mail keinen Platz"),
            rule(
                    "a link leads to https:, http:, mailto: or tel:",
                    "ein Link führt zu https:, http:, mailto: oder tel:"),
            rule("a style loads something from elsewhere", "ein Stil lädt etwas von anderswo"),
            rule(
                    "a picture is shown by cid: and its name, nothing is loaded from elsewhere",
                    "ein Bild steht mit cid: und seinem Namen da, von anderswo wird nichts geladen"),
            rule("no picture in assets is called (.+)", "unter assets heißt kein Bild $1"),
            rule("The message has no subject", "Die E-Mail hat keinen Betreff"),
            rule(
                    "There is no \\{#preheader\\}: the inbox shows the first words of the mail after its subject",
                    "{#preheader} fehlt: Im Posteingang stehen dann nach dem Betreff die ersten Wörter der E-Mail"),
            rule(
                    "The HTML has (\\d+) kB; from (\\d+) kB on, Gmail cuts .+",
                    "Das HTML hat $1 kB, und ab $2 kB schneidet Gmail E-Mails ab: bitte kürzen, oder Einzelheiten dem"
                            + " Brief überlassen"),
            rule(
                    "The HTML of the mail has (\\d+) kB, and this template takes (\\d+)",
                    "Das HTML der E-Mail hat $1 kB, und diese Vorlage erlaubt $2"),
            // Letters.
            rule(
                    "The letter has (\\d+) pages, and this template takes (\\d+)",
                    "Der Brief hat $1 Seiten, und diese Vorlage erlaubt $2"),
            rule("The letter has more than (\\d+) pages", "Der Brief hat mehr als $1 Seiten"),
            rule(
                    "The letter has (\\d+) pages; with the live version it has (\\d+)",
                    "Der Brief hat $1 Seiten; mit der Version in Gebrauch sind es $2"),
            rule("(<[^>]+>) has no place in a letter", "$1 hat in einem Brief keinen Platz"),
            rule(
                    "A link in a letter begins with https:, http:, mailto:, tel: or #",
                    "Ein Link in einem Brief beginnt mit https:, http:, mailto:, tel: oder #"),
            rule(
                    "A picture \\(asset:, a code or a chart\\) needs an alt: .+",
                    "Ein Bild (asset:, Code oder Diagramm) braucht ein alt: was es zeigt, oder alt=\"\", wenn es nur schmückt"),
            rule(
                    "A picture in a letter is one of the brand's: (.+)",
                    "Ein Bild in einem Brief ist eines der Marke: $1"),
            rule("there is no such picture", "dieses Bild gibt es nicht"),
            rule(
                    "What stands above the address" + NO_FIT,
                    "Was über der Anschrift steht, passt nicht in das Fenster des Umschlags ($1); es sind $2 mm zu viel"),
            rule(
                    "The address" + NO_FIT,
                    "Die Anschrift passt nicht in das Fenster des Umschlags ($1); es sind $2 mm zu viel"),
            rule(
                    "(«[^»]*») runs (\\d+) mm over the right edge and is cut off: give its element a width and word-wrap:\\s*break-word",
                    "$1 ragt $2 mm über den rechten Rand und wird abgeschnitten: bitte eine Breite und word-wrap: break-word"
                            + " angeben"),
            rule("The fonts of brand (\\S+) have no character (.+)", "Den Schriften der Marke $1 fehlt das Zeichen $2"),
            rule(
                    "The style sheet asks for a font that brand (\\S+) has not",
                    "Der Stil verlangt eine Schrift, die die Marke $1 nicht hat"),
            // Text messages.
            rule(
                    "A text message has 1 to (\\d+) segments[^,]*, this has (\\d+) characters",
                    "Eine SMS hat 1 bis $1 Segmente, diese hat $2 Zeichen"),
            rule(
                    "A text message has 1 to (\\d+) segments[^,]*, this has (\\d+)",
                    "Eine SMS hat 1 bis $1 Segmente, diese hat $2"),
            rule(
                    "The alphabet of text messages has no (.+): with it a segment carries 70 characters and not 160, and this"
                            + " text costs (\\d+) segments",
                    "Das Alphabet der SMS hat kein $1: Damit fasst ein Segment 70 statt 160 Zeichen, und dieser Text kostet"
                            + " $2 Segmente"),
            rule(
                    "The text message has (\\d+) segments; with the live version it has (\\d+)",
                    "Die SMS hat $1 Segmente; mit der Version in Gebrauch sind es $2"),
            rule(
                    "Not all languages are changed; as in the live version are (.+)",
                    "Nicht alle Sprachen sind geändert; wie in der Version in Gebrauch sind noch $1"),
            // Who reads with a machine.
            rule(
                    "a picture has no alt: say what it shows, or alt=\"\" if it only decorates",
                    "ein Bild hat kein alt: bitte sagen, was es zeigt, oder alt=\"\", wenn es nur schmückt"),
            rule(
                    "a link has no text: those who hear the page do not know where it leads",
                    "ein Link hat keinen Text: Wer die Seite hört, erfährt nicht, wohin er führt"),
            rule(
                    "text in (.+) has a contrast of ([\\d.,]+); it needs 4.5, or 3 where it is large",
                    "Text in $1 hat einen Kontrast von $2; nötig sind 4,5, und 3, wo er groß ist"),
            rule("the legal detail «([^»]+)» of brand.yaml is missing", "die Pflichtangabe «$1» aus brand.yaml fehlt"),
            rule(
                    "the heading «([^»]+)» is h(\\d) after h(\\d): a level is left out",
                    "die Überschrift «$1» ist h$2 nach h$3: eine Ebene fehlt"),
            rule(
                    "the table «([^»]+)» has no <th>: .+",
                    "die Tabelle «$1» hat kein <th>: bitte sagen, was Spalten oder Zeilen sind, oder role=\"presentation\", wenn"
                            + " sie nur anordnet"),
            rule(
                    "a <th> of the table «([^»]+)» has no scope: \"col\" or \"row\"",
                    "einem <th> der Tabelle «$1» fehlt scope: \"col\" oder \"row\""),
            rule(
                    "it advertises, and does not say where that is objected to: (.+)",
                    "das ist Werbung, und es steht nicht da, wo man ihr widerspricht: $1"),
            // Settings and samples.
            rule("names a brand that is not there", "nennt eine Marke, die es nicht gibt"),
            rule("is not (JSON|YAML) from here on", "ist ab hier kein $1"),
            rule(
                    "is not a file that this template has; is its language listed\\?",
                    "gehört nicht zu dieser Vorlage; steht die Sprache in template.yaml?"),
            rule("names no fixture; there are (.+)", "nennt kein Beispiel; es gibt $1"),
            rule("is not known here", "ist hier nicht bekannt"),
            rule("is missing$", "fehlt"));

    private ProblemWords() {}

    static String of(String detail, String language) {
        return "de".equals(language) ? german(detail) : detail;
    }

    private static String german(String detail) {
        if (detail.startsWith(IN_TEXT)) {
            return "im Textteil: " + german(detail.substring(IN_TEXT.length()));
        }
        return PHRASES.german(detail).orElseGet(() -> Faults.words(detail, "de"));
    }
}
