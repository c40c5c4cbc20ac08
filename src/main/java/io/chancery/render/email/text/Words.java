package io.chancery.render.email.text;

import io.chancery.render.email.stencil.Gap;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Running text: collects what stands in one line after the other, with the breaks that HTML asks for and no others. */
final class Words {

    private static final char BREAK = '\n';
    private static final char HYPHEN_THAT_HOLDS = '\u2011';
    private static final String UNSEEN = "\u00AD\u200B\u2060\uFEFF";
    private static final String MAIL = "mailto:";

    private final StringBuilder collected = new StringBuilder();
    private final List<String> words;
    private boolean blank;

    /** @param words for the gaps of the text */
    Words(List<String> words) {
        this.words = words;
    }

    void add(Node node) {
        if (node instanceof TextNode text) {
            add(text.getWholeText());
        } else if (node instanceof Element element) {
            add(element);
        }
    }

    private void add(Element element) {
        switch (element.normalName()) {
            case "br" -> breakLine();
            case "img" -> add(element.attr("alt"));
            case "a" -> link(element);
            default -> element.childNodes().forEach(this::add);
        }
    }

    private void link(Element link) {
        int start = collected.length();
        link.childNodes().forEach(this::add);
        var shown = collected.substring(start).strip();
        var address = link.attr("href");
        boolean mail = address.startsWith(MAIL);
        var target = mail ? address.substring(MAIL.length()) : address;
        boolean leads = mail || address.startsWith("http:") || address.startsWith("https:");
        if (leads && !shown.equals(target) && !target.endsWith("//" + shown)) {
            blank = true;
            write('(');
            collected.append(target).append(')');
        }
    }

    private void add(String text) {
        for (int i = 0; i < text.length(); i++) {
            add(text.charAt(i));
        }
    }

    private void add(char c) {
        if (c > ' ' && c <= '~') {
            write(c);
        } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            blank = true;
        } else if (Gap.isOneOf(words.size(), c)) {
            add(words.get(Gap.number(c)));
        } else if (UNSEEN.indexOf(c) < 0) {
            write(c == HYPHEN_THAT_HOLDS ? '-' : c);
        }
    }

    private void write(char c) {
        int length = collected.length();
        if (blank && length > 0 && collected.charAt(length - 1) != BREAK) {
            collected.append(' ');
        }
        blank = false;
        collected.append(c);
    }

    private void breakLine() {
        blank = false;
        collected.append(BREAK);
    }

    /** Each line without blanks around it, and one blank between words. */
    String text() {
        return collected.toString().strip();
    }
}
