package io.chancery.web.review;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Marks in a mail what differs from another: each paragraph, cell or picture has a frame around it. */
final class MailMarks {

    /** Told apart by more than their colours: what is gone has a broken frame, what is new a whole one. */
    private static final String GONE = ";outline:2px dashed #a12b27!important;outline-offset:1px;"
            + "background-color:#fbe4e2!important;color:#5f1512!important;";

    private static final String FRESH = ";outline:2px solid #1c6b3f!important;outline-offset:1px;"
            + "background-color:#dff3e6!important;color:#0d3f24!important;";

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "td",
            "th",
            "li",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "blockquote",
            "pre",
            "dt",
            "dd",
            "center");

    private static final String INSIDE = String.join(",", BLOCKS);

    private MailMarks() {}

    /** The old mail with what is not in the new one. */
    static String gone(String old, String now) {
        return marked(old, old, now, AbstractDelta::getSource, GONE);
    }

    /** The new mail with what was not in the old one. */
    static String fresh(String old, String now) {
        return marked(now, old, now, AbstractDelta::getTarget, FRESH);
    }

    private static String marked(
            String shown, String old, String now, Function<AbstractDelta<String>, Chunk<String>> side, String style) {
        var document = Jsoup.parse(shown);
        var places = places(document);
        var patch = DiffUtils.diff(contents(old), contents(now));
        patch.getDeltas().stream()
                .map(side)
                .flatMap(chunk -> places.subList(chunk.getPosition(), chunk.getPosition() + chunk.size()).stream())
                .forEach(place -> place.attr("style", place.attr("style") + style));
        return document.outerHtml();
    }

    private static List<String> contents(String html) {
        return places(Jsoup.parse(html)).stream().map(MailMarks::content).toList();
    }

    /** The innermost blocks that say something, and pictures, as they stand. */
    private static List<Element> places(Document document) {
        return document.body().getAllElements().stream()
                .filter(element -> element.normalName().equals("img") || isInnermost(element))
                .toList();
    }

    private static boolean isInnermost(Element element) {
        return BLOCKS.contains(element.normalName())
                && element.hasText()
                && element.children().select(INSIDE).isEmpty();
    }

    /** What a reader sees of it, and where its links lead. */
    private static String content(Element element) {
        return element.normalName().equals("img")
                ? element.attr("src") + element.attr("alt")
                : element.text() + " " + element.select("a").eachAttr("href");
    }
}
