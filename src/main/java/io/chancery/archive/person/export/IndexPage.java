package io.chancery.archive.person.export;

import static io.chancery.platform.person.Markup.text;

import io.chancery.archive.person.export.ExportedDocuments.Document;
import io.chancery.platform.person.ControllerConfig;
import io.chancery.platform.person.PersonStatement;
import io.chancery.platform.person.Share;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The page with which a person begins: what is there, in German and in English, on one page that needs nothing else. */
@ApplicationScoped
class IndexPage {

    private final ExportedDocuments documents;
    private final ControllerConfig controller;
    private final Clock clock;

    IndexPage(ExportedDocuments documents, ControllerConfig controller, Clock clock) {
        this.documents = documents;
        this.controller = controller;
        this.clock = clock;
    }

    /** What the page says in one language. */
    private record Words(
            String language,
            String title,
            Function<Share, String> share,
            String entries,
            String given,
            String documents,
            String columns,
            String copy) {

        static final Words GERMAN = new Words(
                "de",
                "Ihre Daten",
                Share::german,
                "Daten</th><th>Einträge</th><th>Zum Mitnehmen",
                "als Tabelle (CSV)",
                "Dokumente, genau wie sie versandt wurden",
                "Datum</th><th>Kanal</th><th>Vorlage</th><th>Status</th><th>Dokument",
                "Abschrift");

        static final Words ENGLISH = new Words(
                "en",
                "Your data",
                Share::english,
                "Data</th><th>Entries</th><th>To take along",
                "as a table (CSV)",
                "Documents, exactly as they were sent",
                "Date</th><th>Channel</th><th>Template</th><th>Status</th><th>Document",
                "copy");
    }

    /**
     * What the page is about.
     *
     * @param counts how many entries each share has
     */
    record Content(Connection connection, PersonStatement about, Map<Share, Long> counts) {}

    void write(Content content, OutputStream page) throws SQLException, IOException {
        write(page, resource("head.html"));
        part(content, page, Words.GERMAN, "german.html");
        part(content, page, Words.ENGLISH, "english.html");
        write(page, "</body>\n</html>\n");
    }

    private void part(Content content, OutputStream page, Words words, String resource)
            throws SQLException, IOException {
        var ucid = content.about().person().ucid();
        write(page, "<main id=\"%1$s\" lang=\"%1$s\">\n<h1>%2$s</h1>\n".formatted(words.language(), words.title()));
        write(page, "<p>%s · %s</p>\n".formatted(text(ucid), clock.instant().truncatedTo(ChronoUnit.SECONDS)));
        write(page, controller());
        write(page, resource(resource));
        write(page, "<table>\n<thead><tr><th>" + words.entries() + "</th></tr></thead>\n<tbody>\n");
        for (var share : content.counts().entrySet()) {
            write(page, row(share.getKey(), share.getValue(), words));
        }
        write(
                page,
                "</tbody>\n</table>\n<h2>" + words.documents() + "</h2>\n<table>\n<thead><tr><th>" + words.columns()
                        + "</th></tr></thead>\n<tbody>\n");
        documents.forEach(content.connection(), content.about(), document -> write(page, row(document, words)));
        write(page, "</tbody>\n</table>\n</main>\n");
    }

    private String controller() {
        var lines = new StringBuilder();
        for (var line : List.of(
                controller.name(),
                controller.address(),
                controller.contact(),
                controller.dataProtectionOfficer(),
                controller.authority())) {
            line.ifPresent(known -> lines.append(lines.isEmpty() ? "" : "<br>").append(text(known)));
        }
        return lines.isEmpty() ? "" : "<address>" + lines + "</address>\n";
    }

    private static String row(Share share, long count, Words words) {
        return "<tr><td><a href=\"data/%1$s.json\">%2$s</a></td><td>%3$d</td><td>%4$s</td></tr>\n"
                .formatted(
                        share.name(),
                        text(words.share().apply(share)),
                        count,
                        Optional.of(share)
                                .filter(Share::given)
                                .map(given ->
                                        "<a href=\"portability/%s.csv\">%s</a>".formatted(given.name(), words.given()))
                                .orElse(""));
    }

    private static String row(Document document, Words words) {
        return "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td><a href=\"%s\">%s</a>%s</td></tr>\n"
                .formatted(
                        document.date(),
                        text(document.channel()),
                        text(document.template()),
                        text(document.status()),
                        text(document.path()),
                        text(document.path().substring("documents/".length())),
                        document.copy() ? " (" + words.copy() + ")" : "");
    }

    private static void write(OutputStream page, String html) throws IOException {
        page.write(html.getBytes(StandardCharsets.UTF_8));
    }

    private static String resource(String name) throws IOException {
        try (var stream = Objects.requireNonNull(IndexPage.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
