package io.chancery.archive.export.text;

import java.util.List;

/** The page of an export, for people without any program but a browser: in German and in English. */
public final class IndexPage {

    /** So many deliveries are shown; all of them are in the table. */
    public static final int MOST = 1000;

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="de"><head><meta charset="UTF-8"><title>Export %1$s</title>
            <style>body{font-family:sans-serif;margin:2em}table{border-collapse:collapse}td,th{border:1px solid #999;\
            padding:.3em .6em;text-align:left;vertical-align:top}</style></head><body>
            <h1>Archiv-Export · <span lang="en">Archive export</span></h1>
            <p>%1$s, %2$d Zustellungen · <span lang="en">deliveries</span></p>
            <p>Was dieser Export beweist und wie man ihn prüft, steht in <a href="LIESMICH.txt">LIESMICH.txt</a>;
            als Tabelle steht alles in <a href="index.csv">index.csv</a>.<br>
            <span lang="en">What this export proves and how to verify it is told in <a href="README.txt">README.txt</a>;
            everything is in <a href="index.csv">index.csv</a> as a table.</span></p>
            <table><tr><th>Angenommen · <span lang="en">accepted</span></th><th>Referenz · <span lang="en">reference</span></th>
            <th>Vorlage · <span lang="en">template</span></th><th>Kanal · <span lang="en">channel</span></th>
            <th>Stand · <span lang="en">status</span></th><th>Dateien · <span lang="en">files</span></th></tr>
            """;

    private IndexPage() {}

    /** What it begins with. */
    public static String head(String export, long deliveries) {
        return HEAD.formatted(escaped(export), deliveries);
    }

    /**
     * A row of its table.
     *
     * @param files names with their folders
     * @param remark on what is missing; may be empty
     */
    public static String row(List<String> values, List<String> files, String remark) {
        var row = new StringBuilder("<tr>");
        values.forEach(value -> row.append("<td>").append(escaped(value)).append("</td>"));
        row.append("<td>");
        files.forEach(file -> row.append("<a href=\"")
                .append(escaped(file))
                .append("\">")
                .append(escaped(file.substring(file.lastIndexOf('/') + 1)))
                .append("</a> "));
        return row.append(escaped(remark)).append("</td></tr>\n").toString();
    }

    /** What it ends with. */
    public static String foot(boolean more) {
        return "</table>"
                + (more
                        ? "<p>Weitere in · <span lang=\"en\">more in</span> <a href=\"index.csv\">index.csv</a></p>"
                        : "")
                + "</body></html>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
