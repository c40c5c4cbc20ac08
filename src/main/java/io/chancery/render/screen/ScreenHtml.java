package io.chancery.render.screen;

import io.chancery.render.RenderException;
import io.chancery.render.chart.Chart;
import io.chancery.render.chart.ChartDrawing;
import io.chancery.render.chart.ChartLook;
import io.chancery.render.code.Code;
import io.chancery.render.style.LoadingStyle;
import io.chancery.template.Brand;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Makes a page that brings along all it shows, so that it stays what it was when it was sent, and that nobody but us
 * learns who reads it. Only what is known to be harmless may be in it.
 */
final class ScreenHtml {

    private static final String ASSET = "asset:";

    private static final Set<String> ELEMENTS = Set.of(
            ("#root html head meta title style body header main footer nav section article aside div span p br hr h1 h2"
                            + " h3 h4 h5 h6 a b strong i em small sub sup abbr time wbr mark q cite code pre blockquote"
                            + " address ul ol li dl dt dd table caption colgroup col thead tbody tfoot tr th td img"
                            + " figure figcaption details summary")
                    .split(" "));

    private static final Set<String> ATTRIBUTES =
            Set.of(("id class style lang dir title role alt width height scope colspan rowspan headers abbr datetime"
                            + " start value reversed charset name content type rel border cellpadding cellspacing align"
                            + " valign span cite open")
                    .split(" "));

    private static final Pattern FREE_ATTRIBUTE = Pattern.compile("(aria|data)-[a-z-]+");
    private static final Pattern LINK = Pattern.compile("(https?:|mailto:|tel:|#).*", Pattern.DOTALL);

    private static final Map<String, String> MEDIA_TYPES =
            Map.of("svg", "image/svg+xml", "png", "image/png", "jpg", "image/jpeg", "jpeg", "image/jpeg");

    private final Function<String, byte[]> assets;
    private final Brand brand;

    /** @param assets the brand's files by their path */
    ScreenHtml(Function<String, byte[]> assets, Brand brand) {
        this.assets = assets;
        this.brand = brand;
    }

    /** @throws RenderException if anything in it would run, or be loaded from elsewhere */
    String selfContained(String html) {
        var document = Jsoup.parse(html);
        document.outputSettings(new Document.OutputSettings().prettyPrint(false));
        for (var element : document.getAllElements()) {
            check(element);
        }
        return document.outerHtml();
    }

    private void check(Element element) {
        var name = element.normalName();
        if (!ELEMENTS.contains(name)) {
            throw refused("<" + name + ">");
        }
        for (var attribute : element.attributes()) {
            check(element, attribute);
        }
        checkStyle(name.equals("style") ? element.data() : element.attr("style"));
    }

    private void check(Element element, Attribute attribute) {
        var name = attribute.getKey();
        if (name.equals("src") && element.normalName().equals("img")) {
            attribute.setValue(picture(attribute.getValue(), element.attr("alt")));
        } else if (name.equals("href") && element.normalName().equals("a")) {
            checkLink(attribute.getValue());
        } else if (!ATTRIBUTES.contains(name) && !FREE_ATTRIBUTE.matcher(name).matches()) {
            throw refused("<" + element.normalName() + " " + name + ">");
        }
    }

    private static RenderException refused(String what) {
        return new RenderException("screen.html: " + what + " has no place on a page for customers");
    }

    private static void checkLink(String target) {
        if (!LINK.matcher(target.strip()).matches()) {
            throw new RenderException("screen.html: a link leads to https:, http:, mailto: or tel:");
        }
    }

    private static void checkStyle(String style) {
        if (LoadingStyle.isIn(style)) {
            throw new RenderException("screen.html: a style loads something from elsewhere");
        }
    }

    private String picture(String source, String alt) {
        if (Chart.isNamedBy(source)) {
            return data("image/svg+xml", new ChartDrawing(Chart.of(source, alt), ChartLook.of(brand)).svg());
        }
        if (Code.isNamedBy(source)) {
            return data("image/svg+xml", CodeDrawing.svg(Code.of(source)));
        }
        var path = source.startsWith(ASSET) ? source.substring(ASSET.length()) : "";
        var mediaType = MEDIA_TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (mediaType == null) {
            throw new RenderException(
                    "screen.html: a picture is shown by asset: and its file (svg, png, jpg), nothing is loaded from elsewhere");
        }
        return data(mediaType, assets.apply(path));
    }

    private static String data(String mediaType, byte[] content) {
        return "data:" + mediaType + ";base64," + Base64.getEncoder().encodeToString(content);
    }
}
