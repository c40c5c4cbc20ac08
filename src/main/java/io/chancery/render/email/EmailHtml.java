package io.chancery.render.email;

import io.chancery.render.RenderException;
import io.chancery.render.style.InlineStyles;
import io.chancery.render.style.LoadingStyle;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/**
 * The HTML of a mail, which brings along all it shows: nothing is loaded when it is read, so no reading can be tracked,
 * and it holds nothing that runs.
 *
 * @param pictures the names by which it shows pictures, {@code cid:} left out
 */
record EmailHtml(Document document, Set<String> pictures) {

    private static final InlineStyles STYLES = new InlineStyles();
    private static final String CID = "cid:";
    private static final Pattern PICTURE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_/-]*(\\.[a-z]+)?");
    private static final Pattern SHOWN = Pattern.compile("([\"'])" + CID + "([^\"']+)\\1");
    private static final Pattern LINK = Pattern.compile("(https?:|mailto:|tel:|#).*", Pattern.DOTALL);
    private static final Pattern HANDLER = Pattern.compile("on[a-z]+");

    /** What runs, loads, or is read differently by every program. */
    private static final Set<String> ACTIVE =
            Set.of(("script iframe frame frameset object embed applet form input button select textarea video audio"
                            + " source track base link svg math portal layer bgsound xml noscript noembed noframes"
                            + " template plaintext xmp")
                    .split(" "));

    private static final Evaluator SHOWING = QueryParser.parse("[src], [background]");

    /**
     * Checks a mail, and writes its styles to its elements.
     *
     * @throws RenderException if anything in it would be loaded from elsewhere, or run
     */
    static EmailHtml of(Document document) {
        var pictures = new TreeSet<String>();
        check(document, pictures);
        forOutlook(document, comment -> check(inside(comment), pictures));
        STYLES.apply(document);
        return new EmailHtml(document, pictures);
    }

    private static void check(Document document, Set<String> pictures) {
        for (var element : document.getAllElements()) {
            checkElement(element);
            checkAttributes(element, pictures);
        }
    }

    /** Outlook reads what stands in a conditional comment. */
    private static void forOutlook(Document document, Consumer<Comment> work) {
        document.forEachNode(node -> {
            if (node instanceof Comment comment
                    && comment.getData().stripLeading().startsWith("[")) {
                work.accept(comment);
            }
        });
    }

    private static Document inside(Comment comment) {
        var data = comment.getData();
        if (data.contains("<!--")) {
            throw new RenderException("email.html: a comment for Outlook holds another one");
        }
        return Jsoup.parse(data.substring(data.indexOf('>') + 1));
    }

    private static void checkElement(Element element) {
        var name = element.normalName();
        boolean leads =
                name.equals("meta") && element.attr("http-equiv").strip().equalsIgnoreCase("refresh");
        if (ACTIVE.contains(name) || leads) {
            throw new RenderException("email.html: <" + name + "> has no place in a mail");
        }
        if (name.equals("style")) {
            checkStyle(element.data());
        }
    }

    private static void checkAttributes(Element element, Set<String> pictures) {
        for (var attribute : element.attributes()) {
            var name = attribute.getKey();
            switch (name) {
                case "src", "background" -> pictures.add(pictureName(attribute.getValue()));
                case "href" -> checkLink(attribute.getValue());
                case "style" -> checkStyle(attribute.getValue());
                case "srcset", "imagesrcset", "lowsrc", "dynsrc", "longdesc", "poster", "data", "xlink:href" ->
                    refuse(element, name);
                case "ping", "action", "formaction", "manifest", "profile" -> refuse(element, name);
                default -> checkPlain(element, name);
            }
        }
    }

    private static void checkPlain(Element element, String attribute) {
        if (HANDLER.matcher(attribute).matches()) {
            refuse(element, attribute);
        }
    }

    private static void refuse(Element element, String attribute) {
        throw new RenderException(
                "email.html: <%s %s> has no place in a mail".formatted(element.normalName(), attribute));
    }

    private static String pictureName(String value) {
        var name = value.startsWith(CID) ? value.substring(CID.length()) : "";
        if (!PICTURE_NAME.matcher(name).matches()) {
            throw new RenderException(
                    "email.html: a picture is shown by cid: and its name, nothing is loaded from elsewhere");
        }
        return name;
    }

    private static void checkLink(String target) {
        if (!LINK.matcher(target.strip()).matches()) {
            throw new RenderException("email.html: a link leads to https:, http:, mailto: or tel:");
        }
    }

    private static void checkStyle(String css) {
        if (LoadingStyle.isIn(css)) {
            throw new RenderException("email.html: a style loads something from elsewhere");
        }
    }

    /** With the whole Content-ID (RFC 2392) under which this mail carries each picture. */
    String withContentIds(String suffix) {
        for (var element : document.select(SHOWING)) {
            var attribute = element.hasAttr("src") ? "src" : "background";
            element.attr(attribute, CID + contentId(pictureName(element.attr(attribute)), suffix));
        }
        forOutlook(document, comment -> comment.setData(withContentIds(comment.getData(), suffix)));
        return document.outerHtml() + "\n";
    }

    private static String withContentIds(String comment, String suffix) {
        return SHOWN.matcher(comment)
                .replaceAll(shown -> Matcher.quoteReplacement(
                        shown.group(1) + CID + contentId(shown.group(2), suffix) + shown.group(1)));
    }

    static String contentId(String picture, String suffix) {
        return picture.replace('/', '.') + "." + suffix;
    }
}
