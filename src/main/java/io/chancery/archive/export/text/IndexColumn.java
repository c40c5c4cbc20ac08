package io.chancery.archive.export.text;

import java.util.List;

/**
 * A column of the table.
 *
 * @param description in German, for whom the description standard is
 */
public record IndexColumn(String name, String description, Type type) {

    /** What its values are, as the description standard knows it. */
    public enum Type {
        TEXT("<AlphaNumeric/>"),
        NUMBER("<Numeric/>");

        private final String element;

        Type(String element) {
            this.element = element;
        }

        String element() {
            return element;
        }
    }

    private static final List<IndexColumn> ALL = List.of(
            text("delivery", "Kennung der Zustellung"),
            text("accepted", "Angenommen am (ISO 8601, UTC)"),
            text("message", "Kennung der Nachricht"),
            text("reference", "Referenz des Auftraggebers, etwa die Rechnungsnummer"),
            text("template", "Vorlage"),
            number("version", "Version der Vorlage"),
            text("class", "Klasse der Nachricht"),
            text("purpose", "Zweck"),
            text("channel", "Kanal"),
            text("status", "Stand nach allen Ereignissen des Exports"),
            text("ucid", "Kundennummer"),
            text("recipient", "Anschrift, Adresse oder Rufnummer"),
            text("archived", "Archiviert am (ISO 8601, UTC)"),
            text("mediaType", "Dateiart"),
            number("size", "Größe in Bytes"),
            text("sha256", "SHA-256 der Datei"),
            text("file", "Name der Datei im Export"),
            text("remark", "Anmerkung"));

    /** All columns, in their order. */
    public static List<IndexColumn> all() {
        return ALL;
    }

    private static IndexColumn text(String name, String description) {
        return new IndexColumn(name, description, Type.TEXT);
    }

    private static IndexColumn number(String name, String description) {
        return new IndexColumn(name, description, Type.NUMBER);
    }
}
