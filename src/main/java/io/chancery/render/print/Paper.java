package io.chancery.render.print;

import io.chancery.render.RenderException;
import io.chancery.render.chart.Chart;
import io.chancery.render.code.Code;
import io.chancery.render.data.DataModel;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Reads the HTML of a letter, forgivingly as a browser does, and makes the tree that is laid out of what may stand on
 * paper: no scripts, no forms, nothing that loads, and no deeper than a layout can go. For one thread.
 */
final class Paper {

    private static final String XHTML = "http://www.w3.org/1999/xhtml";
    private static final int DEEPEST = 256;
    private static final int MOST_ELEMENTS = 20_000;

    /** Of all elements together: each has to be moved with all those it stands in. */
    private static final int MOST_DEPTHS = 20 * MOST_ELEMENTS;

    /** Of what is read, on some three hundred pages. */
    private static final int MOST_CHARACTERS = 1_000_000;

    private static final int LONGEST_PIECE = 4_000;

    private final DocumentBuilder documents;
    private int elements;
    private int depths;
    private int characters;

    Paper() {
        try {
            this.documents = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        } catch (ParserConfigurationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    Document read(Press.Sheet sheet) {
        elements = 0;
        depths = 0;
        characters = 0;
        var parsed = Jsoup.parse(sheet.html());
        Completion.complete(parsed, sheet);
        var paper = documents.newDocument();
        var root = element(parsed.child(0), paper, sheet.kit());
        paper.appendChild(root);
        copy(parsed.child(0), root, sheet.kit(), 1);
        return paper;
    }

    private void copy(org.jsoup.nodes.Element from, Element to, BrandKit kit, int depth) {
        depths += depth * from.childNodeSize();
        if (depth > DEEPEST || depths > MOST_DEPTHS) {
            throw new RenderException("A letter's elements stand in each other more than " + DEEPEST + " deep");
        }
        for (Node node : from.childNodes()) {
            if (node instanceof org.jsoup.nodes.Element child) {
                var copied = element(child, to.getOwnerDocument(), kit);
                to.appendChild(copied);
                copy(child, copied, kit, depth + 1);
            } else if (node instanceof TextNode text) {
                add(composed(text.getWholeText()), to);
            } else if (node instanceof DataNode data) {
                to.appendChild(to.getOwnerDocument().createTextNode(data.getWholeData()));
            }
        }
    }

    /** In pieces, because the layout looks through all that is left of a text again for each line. */
    private void add(String text, Element to) {
        characters += text.length();
        if (characters > MOST_CHARACTERS) {
            throw new RenderException("A letter has more than " + MOST_CHARACTERS + " characters of text");
        }
        int from = 0;
        while (text.length() - from > LONGEST_PIECE) {
            int blank = text.lastIndexOf(' ', from + LONGEST_PIECE);
            int end = blank > from ? blank + 1 : text.offsetByCodePoints(from, LONGEST_PIECE / 2);
            to.appendChild(to.getOwnerDocument().createTextNode(text.substring(from, end)));
            from = end;
        }
        to.appendChild(to.getOwnerDocument().createTextNode(text.substring(from)));
    }

    /** Fonts have «ö» rather than «o» with a diaeresis after it. */
    private static String composed(String text) {
        var printable = DataModel.printable(text);
        return Normalizer.isNormalized(printable, Normalizer.Form.NFC)
                ? printable
                : Normalizer.normalize(printable, Normalizer.Form.NFC);
    }

    private Element element(org.jsoup.nodes.Element from, Document paper, BrandKit kit) {
        if (++elements > MOST_ELEMENTS) {
            throw new RenderException("A letter has more than " + MOST_ELEMENTS + " elements");
        }
        Rules.check(from, kit);
        var name = from.normalName();
        var element = paper.createElementNS(XHTML, Rules.NAME.matcher(name).matches() ? name : "span");
        for (Attribute attribute : from.attributes()) {
            var key = attribute.getKey().toLowerCase(Locale.ROOT);
            if (Rules.keeps(key)) {
                element.setAttribute(key, DataModel.printable(attribute.getValue()));
            }
        }
        return element;
    }

    /** What may stand in a letter. */
    private static final class Rules {

        private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_.-]*");
        private static final Pattern LINK = Pattern.compile("(https?:|mailto:|tel:|#).*", Pattern.CASE_INSENSITIVE);
        private static final Set<String> UNSEEN_ATTRIBUTES = Set.of("background", "download", "srcset");
        private static final Set<String> REFUSED = Set.of(
                "applet",
                "audio",
                "base",
                "button",
                "canvas",
                "embed",
                "form",
                "frame",
                "frameset",
                "iframe",
                "input",
                "link",
                "math",
                "noscript",
                "object",
                "script",
                "select",
                "svg",
                "template",
                "textarea",
                "video");

        static void check(org.jsoup.nodes.Element element, BrandKit kit) {
            var name = element.normalName();
            if (REFUSED.contains(name)) {
                throw new RenderException("<" + name + "> has no place in a letter");
            }
            if (name.equals("style") && !isInHead(element)) {
                throw new RenderException("<style> has its place in the head of the brand's layout");
            }
            if (name.equals("img")) {
                checkPicture(element, kit);
            }
            if (element.hasAttr("href") && !LINK.matcher(element.attr("href")).matches()) {
                throw new RenderException("A link in a letter begins with https:, http:, mailto:, tel: or #");
            }
        }

        static boolean keeps(String attribute) {
            return NAME.matcher(attribute).matches()
                    && !attribute.startsWith("on")
                    && !UNSEEN_ATTRIBUTES.contains(attribute);
        }

        private static boolean isInHead(org.jsoup.nodes.Element element) {
            return element.parent() != null && element.parent().normalName().equals("head");
        }

        private static void checkPicture(org.jsoup.nodes.Element picture, BrandKit kit) {
            var source = picture.attr("src");
            if (!Code.isNamedBy(source) && !Chart.isNamedBy(source)) {
                checkAsset(AssetsOnly.path(source), kit);
            }
            if (!picture.hasAttr("alt")) {
                throw new RenderException(
                        "A picture (asset:, a code or a chart) needs an alt: what it shows, or alt=\"\" if it only"
                                + " decorates");
            }
        }

        private static void checkAsset(@Nullable String path, BrandKit kit) {
            if (path == null) {
                throw new RenderException("A picture in a letter is one of the brand's: <img src=\"asset:…\">");
            }
            if (!kit.drawings().containsKey(path) && !kit.pictures().containsKey(path)) {
                throw new RenderException("brands/" + kit.key() + "/assets/" + path + ": there is no such picture");
            }
        }
    }
}
