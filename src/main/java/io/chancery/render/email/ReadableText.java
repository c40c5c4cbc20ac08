package io.chancery.render.email;

import io.chancery.render.RenderException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Makes text of HTML that reads well where there is no HTML: headings, lists, aligned tables, links with their address. */
final class ReadableText {

    private static final Evaluator UNSEEN =
            QueryParser.parse("head, style, script, template, [hidden], [style~=(?i)display\\s*:\\s*none]");

    /** With a blank line around them. */
    private static final Set<String> PARAGRAPHS =
            Set.of("blockquote", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ol", "p", "pre", "table", "ul");

    /** On lines of their own. */
    private static final Set<String> LINES = Set.of(
            "address",
            "article",
            "aside",
            "dd",
            "div",
            "dt",
            "figure",
            "figcaption",
            "footer",
            "header",
            "li",
            "main",
            "nav",
            "section");

    private static final Evaluator BLOCKS =
            QueryParser.parse(String.join(", ", PARAGRAPHS) + ", " + String.join(", ", LINES));

    private static final int DEEPEST = 256;

    private final StringBuilder text = new StringBuilder();
    private int breaks;

    /** With all that contain one. */
    private final Set<Element> blocks = Collections.newSetFromMap(new IdentityHashMap<>());

    private ReadableText(Element root) {
        for (var block : root.select(BLOCKS)) {
            for (var around = block; around != null && blocks.add(around); ) {
                around = around.parent();
            }
        }
    }

    static String of(String html) {
        var body = Jsoup.parseBodyFragment(html).body();
        body.traverse((node, depth) -> {
            if (depth > DEEPEST) {
                throw new RenderException("A mail's elements stand in each other more than " + DEEPEST + " deep");
            }
        });
        body.select(UNSEEN).remove();
        return of(body);
    }

    /** What is inside an element. */
    static String of(Element element) {
        var readable = new ReadableText(element);
        readable.flow(element);
        return readable.text.toString();
    }

    private void flow(Element parent) {
        var words = new Words();
        for (var child : parent.childNodes()) {
            if (child instanceof Element element && blocks.contains(element)) {
                add(words.text());
                words = new Words();
                block(element);
            } else {
                words.add(child);
            }
        }
        add(words.text());
    }

    private void block(Element element) {
        separate(element);
        switch (element.normalName()) {
            case "h1", "h2", "h3" -> heading(element);
            case "ul", "ol" -> list(element);
            case "table" -> add(PlainTable.of(element));
            case "hr" -> add("-".repeat(PlainTable.WIDTH));
            default -> flow(element);
        }
        separate(element);
    }

    private void separate(Node node) {
        breaks = Math.max(breaks, PARAGRAPHS.contains(node.normalName()) ? 2 : 1);
    }

    private void heading(Element element) {
        var heading = of(element);
        add(heading);
        breaks = 1;
        int longest = heading.lines().mapToInt(String::length).max().orElse(0);
        add("-".repeat(Math.min(longest, PlainTable.WIDTH)));
    }

    private void list(Element list) {
        int number = 0;
        for (var item : list.children()) {
            number++;
            var mark = list.normalName().equals("ol") ? number + ". " : "- ";
            add(mark + of(item).replaceAll("\n(?!\n)", "\n" + " ".repeat(mark.length())));
            breaks = 1;
        }
    }

    private void add(String block) {
        if (block.isEmpty()) {
            return;
        }
        if (!text.isEmpty()) {
            text.append("\n".repeat(Math.max(1, breaks)));
        }
        breaks = 0;
        text.append(block);
    }
}
