package io.chancery.render.words;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** Makes plain text of the HTML that the engine gave. */
public final class PlainText implements NodeVisitor {

    private static final Set<String> UNSEEN = Set.of("head", "script", "style", "template", "title");
    private static final Set<String> PARAGRAPHS =
            Set.of("blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ol", "p", "table", "ul");
    private static final Set<String> LINES = Set.of(
            "address", "article", "aside", "dd", "div", "dl", "dt", "figure", "footer", "header", "li", "main",
            "section", "tr");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final StringBuilder text = new StringBuilder();
    private int breaks;
    private boolean space;

    private PlainText() {}

    /** The whole of it: one line per paragraph or table row, a blank line between paragraphs. */
    public static String of(String html) {
        var body = Jsoup.parseBodyFragment(html).body();
        body.select(String.join(",", UNSEEN)).remove();
        var plain = new PlainText();
        body.traverse(plain);
        return plain.text.toString();
    }

    /** On one line. */
    public static String line(String html) {
        return BLANKS.matcher(decoded(html)).replaceAll(" ").strip();
    }

    /** With the line breaks of the source. */
    public static String lines(String html) {
        return decoded(html)
                .lines()
                .map(String::strip)
                .collect(Collectors.joining("\n"))
                .strip();
    }

    private static String decoded(String html) {
        return html.indexOf('<') < 0 && html.indexOf('&') < 0
                ? html
                : Jsoup.parseBodyFragment(html).body().wholeText();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            words(words.getWholeText());
        } else if (node instanceof Element element) {
            start(element);
        }
    }

    private void start(Element element) {
        breakFor(element);
        switch (element.normalName()) {
            case "br" -> breaks++;
            case "li" -> write("- ");
            case "img" -> words(element.attr("alt"));
            case "td", "th" -> cell(element.previousElementSibling());
            default -> {}
        }
    }

    /** What a row is about stands before a colon, the cells of other rows side by side. */
    private void cell(@Nullable Element before) {
        if (before != null
                && before.normalName().equals("th")
                && before.attr("scope").equals("row")
                && !endsWith(':')) {
            space = false;
            write(":");
        }
        space |= before != null;
    }

    private boolean endsWith(char c) {
        return text.length() == 0 || text.charAt(text.length() - 1) == c;
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            if (element.normalName().equals("a")) {
                address(element);
            }
            breakFor(element);
        }
    }

    private void address(Element link) {
        var address = link.attr("href");
        if (address.startsWith("http") && !address.equals(link.text())) {
            words(" (" + address + ")");
        }
    }

    private void breakFor(Element element) {
        var name = element.normalName();
        int wanted = PARAGRAPHS.contains(name) ? 2 : LINES.contains(name) ? 1 : 0;
        breaks = Math.max(breaks, wanted);
    }

    private void words(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
                space = true;
            } else {
                write(String.valueOf(c));
            }
        }
    }

    private void write(String piece) {
        if (text.length() > 0) {
            text.append(breaks > 0 ? "\n".repeat(Math.min(breaks, 2)) : space ? " " : "");
        }
        breaks = 0;
        space = false;
        text.append(piece);
    }
}
