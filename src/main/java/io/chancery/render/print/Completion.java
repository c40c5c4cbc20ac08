package io.chancery.render.print;

import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What PDF/A, a title bar and a listener need of a letter, added where its author left it out. */
final class Completion {

    private static final Map<String, String> LAYOUT = Map.of(
            "table", "table",
            "thead", "table-header-group",
            "tbody", "table-row-group",
            "tfoot", "table-footer-group",
            "tr", "table-row",
            "td", "table-cell",
            "th", "table-cell");

    private final Document letter;

    private Completion(Document letter) {
        this.letter = letter;
    }

    static void complete(Document letter, Press.Sheet sheet) {
        var completion = new Completion(letter);
        completion.describe(sheet);
        completion.nameLinks();
        completion.untagLayout();
        completion.bookmark();
    }

    private void describe(Press.Sheet sheet) {
        var html = letter.child(0);
        if (!html.hasAttr("lang")) {
            html.attr("lang", sheet.language());
        }
        if (letter.title().isEmpty()) {
            letter.title(sheet.title());
        }
        if (letter.head().selectFirst("meta[name=subject]") == null) {
            letter.head().appendElement("meta").attr("name", "subject").attr("content", sheet.title());
        }
    }

    /** A link is announced by its description (ISO 14289-1 §7.18.5). */
    private void nameLinks() {
        for (var link : letter.getElementsByTag("a")) {
            if (link.attr("title").isBlank()) {
                link.attr("title", link.text().isBlank() ? link.attr("href") : link.text());
            }
        }
    }

    /** A table that only sets things side by side would be announced as one. */
    private void untagLayout() {
        for (var table : letter.select("table[role=presentation]")) {
            for (var part : table.select("table, thead, tbody, tfoot, tr, td, th")) {
                part.attr("style", "display: " + LAYOUT.get(part.normalName()) + "; " + part.attr("style"));
                part.tagName("div");
            }
        }
    }

    private void bookmark() {
        var bookmarks = new Element("bookmarks");
        int number = 0;
        for (var heading : letter.body().select("h1, h2, h3")) {
            number++;
            if (heading.id().isEmpty()) {
                heading.id("heading-" + number);
            }
            if (!heading.text().isBlank()) {
                bookmarks.appendElement("bookmark").attr("name", heading.text()).attr("href", "#" + heading.id());
            }
        }
        letter.head().appendChild(bookmarks);
    }
}
