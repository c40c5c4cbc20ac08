package io.chancery.message.processing;

import static io.chancery.platform.person.Markup.text;

import io.chancery.message.processing.ProcessingRecord.Activity;
import io.chancery.message.processing.ProcessingRecord.Retention;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The record of processing as a table, for a page or a spreadsheet. */
public record RecordPage(ProcessingRecord record, boolean german) {

    private static final List<String> GERMAN = List.of(
            "Vorlage",
            "Titel",
            "Zweck",
            "Klasse",
            "Betroffene",
            "Angaben des Kunden (Kategorie)",
            "Daten des Fachsystems",
            "Empfänger (Auftragsverarbeiter)",
            "Abschriften",
            "Aufbewahrung");
    private static final List<String> ENGLISH = List.of(
            "Template",
            "Title",
            "Purpose",
            "Class",
            "Data subjects",
            "Customer data (category)",
            "Data of the business system",
            "Recipients (processors)",
            "Copies",
            "Retention");

    public List<String> columns() {
        return german ? GERMAN : ENGLISH;
    }

    public List<List<String>> rows() {
        return record.activities().stream().map(this::row).toList();
    }

    private List<String> row(Activity activity) {
        var language = german ? "de" : "en";
        return List.of(
                activity.template() + " " + activity.version(),
                activity.title().getOrDefault(language, activity.template()),
                activity.reason().purpose(),
                activity.reason().messageClass(),
                String.join(", ", activity.subjects()),
                byCategory(activity),
                String.join(", ", activity.data().request()),
                activity.recipients().processors().stream()
                        .map(processor -> processor.channel().name() + ": " + processor.provider())
                        .collect(Collectors.joining(", ")),
                String.join(", ", activity.recipients().copies()),
                retention(activity.retention()));
    }

    /** {@code neutral: ucid; personal: email, mobile}. */
    private static String byCategory(Activity activity) {
        return activity.data().attributes().entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.getValue().code(),
                        TreeMap::new,
                        Collectors.mapping(entry -> entry.getKey(), Collectors.joining(", "))))
                .entrySet()
                .stream()
                .map(category -> category.getKey() + ": " + category.getValue())
                .collect(Collectors.joining("; "));
    }

    private String retention(Retention retention) {
        var period = retention.period();
        boolean calendar = period.start().equals("calendar-year");
        var words = german ? "%s: %d Jahre ab Ende des %s (%s)" : "%s: %d years from the end of the %s (%s)";
        var year = german
                ? calendar ? "Kalenderjahres" : "Geschäftsjahres"
                : calendar ? "calendar year" : "financial year";
        return words.formatted(retention.documentClass(), period.years(), year, period.source());
    }

    String html() {
        var title = german
                ? "Verzeichnis von Verarbeitungstätigkeiten (DSGVO Art. 30)"
                : "Record of processing activities (GDPR Art. 30)";
        var measures = german
                ? "Technische und organisatorische Maßnahmen (Art. 32)"
                : "Technical and organisational measures (Art. 32)";
        return """
                <!DOCTYPE html>
                <html lang="%1$s"><head><meta charset="utf-8"><title>%2$s</title>
                <style>body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem; } table { border-collapse: collapse; }
                th, td { border: 1px solid #999; padding: .3rem .5rem; text-align: left; vertical-align: top; }</style></head>
                <body><h1>%2$s</h1><p>%3$s</p><p>%4$s</p>
                <table><thead>%5$s</thead><tbody>%6$s</tbody></table>
                <h2>%7$s</h2><ul>%8$s</ul></body></html>
                """.formatted(
                        german ? "de" : "en",
                        title,
                        record.at().truncatedTo(ChronoUnit.SECONDS),
                        controller(),
                        line("th", columns()),
                        rows().stream().map(row -> line("td", row)).collect(Collectors.joining("\n")),
                        measures,
                        record.measures().getOrDefault(german ? "de" : "en", List.of()).stream()
                                .map(measure -> "<li>" + text(measure) + "</li>")
                                .collect(Collectors.joining()));
    }

    private String controller() {
        return controllerLines().stream().map(line -> text(line)).collect(Collectors.joining("<br>"));
    }

    public List<String> controllerLines() {
        var controller = record.controller();
        return Stream.of(
                        controller.name(),
                        controller.address(),
                        controller.contact(),
                        controller.dataProtectionOfficer())
                .flatMap(Optional::stream)
                .toList();
    }

    private static String line(String cell, List<String> values) {
        return values.stream()
                .map(value -> "<%1$s>%2$s</%1$s>".formatted(cell, text(value)))
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }
}
