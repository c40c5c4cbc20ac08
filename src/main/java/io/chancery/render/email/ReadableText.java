package io.chancery.render.email;

import io.chancery.render.RenderException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Makes text of HTML that reads well where there is no HTML: headings, lists, aligned tables, links with their address. */
final class ReadableText {

    private static final Set<String> UNSEEN = Set.of("head", "style", "script", "template");
    private static final Pattern HIDDEN = Pattern.compile("display\\s*:\\s*none", Pattern.CASE_INSENSITIVE);

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

    private static final int DEEPEST = 256;

    private final StringBuilder text = new StringBuilder();
    private int breaks;

    /** With all that contain one. */
    private final Set<Element> blocks;

    private ReadableText(Set<Element> blocks) {
        this.blocks = blocks;
    }

    static String of(String html) {
        var body = Jsoup.parseBodyFragment(html).body();
        var blocks = Collections.<Element>newSetFromMap(new IdentityHashMap<>());
        var unseen = new ArrayList<Element>();
        body.traverse((node, depth) -> {
            if (depth > DEEPEST) {
                throw new RenderException("A mail's elements stand in each other more than " + DEEPEST + " deep");
            }
            if (node instanceof Element element) {
                if (isUnseen(element)) {
                    unseen.add(element);
                } else if (isBlock(element)) {
                    for (var around = element; around != null && blocks.add(around); ) {
                        around = around.parent();
                    }
                }
            }
        });
        unseen.forEach(Element::remove);
        return new ReadableText(blocks).inside(body);
    }

    private static boolean isUnseen(Element element) {
        return UNSEEN.contains(element.normalName())
                || element.hasAttr("hidden")
                || HIDDEN.matcher(element.attr("style")).find();
    }

    private static boolean isBlock(Element element) {
        return PARAGRAPHS.contains(element.normalName()) || LINES.contains(element.normalName());
    }

    private String inside(Element element) {
        var readable = new ReadableText(blocks);
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
            case "table" -> add(PlainTable.of(element, this::inside));
            case "hr" -> add("-".repeat(PlainTable.WIDTH));
            default -> flow(element);
        }
        separate(element);
    }

    private void separate(Node node) {
        breaks = Math.max(breaks, PARAGRAPHS.contains(node.normalName()) ? 2 : 1);
    }

    private void heading(Element element) {
        var heading = inside(element);
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
            add(mark + inside(item).replaceAll("\n(?!\n)", "\n" + " ".repeat(mark.length())));
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
