package io.chancery.render.email;

import io.chancery.render.RenderException;
import io.chancery.render.style.InlineStyles;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

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
    private static final Pattern LOADING_STYLE =
            Pattern.compile("@import|url\\s*\\(|expression\\s*\\(", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINK = Pattern.compile("(https?:|mailto:|tel:|#).*", Pattern.DOTALL);
    private static final Pattern HANDLER = Pattern.compile("on[a-z]+");

    private static final String ACTIVE =
            "script, iframe, frame, object, embed, applet, form, input, button, video, audio, source, base, link, svg,"
                    + " meta[http-equiv=refresh]";

    /**
     * Checks a mail, and writes its styles to its elements.
     *
     * @throws RenderException if anything in it would be loaded from elsewhere, or run
     */
    static EmailHtml of(Document document) {
        refuse(document, ACTIVE);
        var pictures = new TreeSet<String>();
        for (var element : document.getAllElements()) {
            checkAttributes(element, pictures);
        }
        checkStyles(document);
        STYLES.apply(document);
        return new EmailHtml(document, pictures);
    }

    private static void refuse(Document document, String selector) {
        var found = document.selectFirst(selector);
        if (found != null) {
            throw new RenderException("email.html: <" + found.normalName() + "> has no place in a mail");
        }
    }

    private static void checkAttributes(Element element, Set<String> pictures) {
        for (var attribute : element.attributes()) {
            var name = attribute.getKey();
            switch (name) {
                case "src", "background" -> pictures.add(pictureName(attribute.getValue()));
                case "href" -> checkLink(attribute.getValue());
                case "srcset", "poster", "data", "ping", "action", "formaction" -> refuse(element, name);
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

    private static void checkStyles(Document document) {
        boolean loads = document.select("style").stream()
                        .anyMatch(style -> LOADING_STYLE.matcher(style.data()).find())
                || document.select("[style]").stream()
                        .anyMatch(element ->
                                LOADING_STYLE.matcher(element.attr("style")).find());
        if (loads) {
            throw new RenderException("email.html: a style loads something from elsewhere");
        }
    }

    /** With the whole Content-ID (RFC 2392) under which this mail carries each picture. */
    String withContentIds(String suffix) {
        for (var element : document.select("[src], [background]")) {
            var attribute = element.hasAttr("src") ? "src" : "background";
            element.attr(attribute, CID + contentId(pictureName(element.attr(attribute)), suffix));
        }
        return document.outerHtml() + "\n";
    }

    static String contentId(String picture, String suffix) {
        return picture.replace('/', '.') + "." + suffix;
    }
}
