package io.chancery.render.email;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Running text: collects what stands in one line after the other, with the breaks that HTML asks for and no others. */
final class Words {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Zs}]+");
    private static final Pattern UNSEEN = Pattern.compile("[\\u00AD\\u200B\\u2060\\uFEFF]");
    private static final Pattern ADDRESS = Pattern.compile("(https?:|mailto:).*");
    private static final String BREAK = "\n";

    private final StringBuilder collected = new StringBuilder();

    void add(Node node) {
        if (node instanceof TextNode words) {
            collected.append(BLANKS.matcher(words.getWholeText()).replaceAll(" "));
        } else if (node instanceof Element element) {
            add(element);
        }
    }

    private void add(Element element) {
        switch (element.normalName()) {
            case "br" -> collected.append(BREAK);
            case "img" -> collected.append(element.attr("alt"));
            case "a" -> link(element);
            default -> element.childNodes().forEach(this::add);
        }
    }

    private void link(Element link) {
        var words = new Words();
        link.childNodes().forEach(words::add);
        var shown = words.text();
        var address = link.attr("href");
        var target = address.startsWith("mailto:") ? address.substring("mailto:".length()) : address;
        collected.append(shown);
        if (ADDRESS.matcher(address).matches() && !shown.equals(target) && !target.endsWith("//" + shown)) {
            collected.append(" (").append(target).append(')');
        }
    }

    /** Each line without blanks around it, and one blank between words. */
    String text() {
        var plain = UNSEEN.matcher(collected).replaceAll("").replace('\u2011', '-');
        return Stream.of(plain.split(BREAK, -1))
                .map(line -> line.replaceAll(" +", " ").strip())
                .collect(Collectors.joining("\n"))
                .strip();
    }
}
