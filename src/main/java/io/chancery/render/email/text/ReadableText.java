package io.chancery.render.email.text;

import io.chancery.render.RenderException;
import io.chancery.render.email.stencil.Gap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Text made of HTML that reads well where there is no HTML: headings, lists, aligned tables, links with their address. For any number
 * of threads: what it reads it does not touch.
 */
public final class ReadableText {

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

    /** Whatever stands in them, the blank lines around them are their own. */
    private static final Set<String> CLOSED = Set.of("h1", "h2", "h3", "hr", "ol", "table", "ul");

    private static final Pattern LINE = Pattern.compile("\n(?!\n)");
    private static final int DEEPEST = 256;

    private final Element body;

    /** With all that contain one. */
    private final Set<Element> blocks;

    /** With all that contain one. */
    private final Set<Element> gaps;

    /** What blocks without gaps say, of those that were asked for. */
    private final Map<Element, String> fixed = new ConcurrentHashMap<>();

    private ReadableText(Element body, Set<Element> blocks, Set<Element> gaps) {
        this.body = body;
        this.blocks = blocks;
        this.gaps = gaps;
    }

    /** The HTML as it is read. */
    public static Element body(String html) {
        return Jsoup.parseBodyFragment(html).body();
    }

    /** @throws RenderException if it is nested too deep */
    public static ReadableText of(String html) {
        var body = body(html);
        var blocks = Collections.<Element>newSetFromMap(new IdentityHashMap<>());
        var gaps = Collections.<Element>newSetFromMap(new IdentityHashMap<>());
        var unseen = new ArrayList<Element>();
        body.traverse((node, depth) -> {
            if (depth > DEEPEST) {
                throw new RenderException("A mail's elements stand in each other more than " + DEEPEST + " deep");
            }
            if (node instanceof Element element) {
                if (isUnseen(element)) {
                    unseen.add(element);
                } else if (isBlock(element)) {
                    addAllAround(element, blocks);
                }
            } else if (node instanceof TextNode text && Gap.isIn(text.getWholeText())) {
                addAllAround(text.parentElement(), gaps);
            }
        });
        unseen.forEach(Element::remove);
        return new ReadableText(body, blocks, gaps);
    }

    private static void addAllAround(@Nullable Element inner, Set<Element> all) {
        for (var around = inner; around != null && all.add(around); ) {
            around = around.parent();
        }
    }

    private static boolean isUnseen(Element element) {
        return UNSEEN.contains(element.normalName())
                || element.hasAttr("hidden")
                || HIDDEN.matcher(element.attr("style")).find();
    }

    /** Whether the blank lines around what stands in it mix with those around itself. */
    private boolean isOpenToBlocks(Element element) {
        return !CLOSED.contains(element.normalName())
                && element.childNodes().stream().anyMatch(blocks::contains);
    }

    private static boolean isBlock(Element element) {
        return PARAGRAPHS.contains(element.normalName()) || LINES.contains(element.normalName());
    }

    /**
     * The text.
     *
     * @param words for the {@link io.chancery.render.email.stencil.Gap gaps} of the HTML
     */
    public String filled(List<String> words) {
        return new Writer(words).inside(body);
    }

    /** Writes what stands in one element. */
    private final class Writer {

        private final List<String> words;
        private final StringBuilder text = new StringBuilder();
        private int breaks;

        Writer(List<String> words) {
            this.words = words;
        }

        private String inside(Element element) {
            var readable = new Writer(words);
            readable.flow(element);
            return readable.text.toString();
        }

        private void flow(Element parent) {
            var running = new Words(words);
            for (var child : parent.childNodes()) {
                if (child instanceof Element element && blocks.contains(element)) {
                    add(running.text());
                    running = new Words(words);
                    block(element);
                } else {
                    running.add(child);
                }
            }
            add(running.text());
        }

        private void block(Element element) {
            separate(element);
            if (words.isEmpty() || gaps.contains(element) || isOpenToBlocks(element)) {
                write(element);
            } else {
                add(fixed(element));
            }
            separate(element);
        }

        private String fixed(Element block) {
            var known = fixed.get(block);
            if (known == null) {
                var writer = new Writer(words);
                writer.write(block);
                known = writer.text.toString();
                fixed.put(block, known);
            }
            return known;
        }

        private void write(Element block) {
            switch (block.normalName()) {
                case "h1", "h2", "h3" -> heading(block);
                case "ul", "ol" -> list(block);
                case "table" -> add(PlainTable.of(block, this::inside));
                case "hr" -> add("-".repeat(PlainTable.WIDTH));
                default -> flow(block);
            }
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
            for (var item : PlainTable.elementsIn(list)) {
                number++;
                var mark = list.normalName().equals("ol") ? number + ". " : "- ";
                add(mark + indented(inside(item), " ".repeat(mark.length())));
                breaks = 1;
            }
        }

        /** Lines but the first moved to the right; an empty one stays empty. */
        private static String indented(String text, String blanks) {
            return text.indexOf('\n') < 0 ? text : LINE.matcher(text).replaceAll("\n" + blanks);
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
}
