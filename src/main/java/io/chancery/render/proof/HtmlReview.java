package io.chancery.render.proof;

import io.chancery.render.Composition;
import io.chancery.render.style.InlineStyles;
import io.chancery.template.Brand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What keeps a letter or a mail from being published: who cannot read it, and what the law wants on it. */
public final class HtmlReview {

    private static final String FOR_PLACING_ONLY = "[role=presentation], [role=none]";
    private static final int SHOWN = 40;

    private final InlineStyles styles = new InlineStyles();

    /**
     * Headings in order, tables with heads, pictures with words, links with texts, colours that can be told apart, and every
     * legal detail of the brand.
     *
     * @param html a whole page, with its style sheets
     */
    public List<String> faults(String html, Brand brand) {
        var page = Jsoup.parse(html);
        var faults = new ArrayList<String>();
        headings(page, faults);
        page.select("table").forEach(table -> table(table, faults));
        if (page.selectFirst("img:not([alt])") != null) {
            faults.add("a picture has no alt: say what it shows, or alt=\"\" if it only decorates");
        }
        if (page.select("a[href]").stream().anyMatch(link -> !saysWhere(link))) {
            faults.add("a link has no text: those who hear the page do not know where it leads");
        }
        faults.addAll(missing(page.text(), brand));
        styles.apply(page);
        Legibility.faults(page.body())
                .forEach((colours, where) -> faults.add("text in " + colours + " has a contrast of " + where
                        + "; it needs 4.5, or 3 where it is large (WCAG 1.4.3)"));
        return faults;
    }

    /** The same, and in advertising the address at which it is objected to. */
    public List<String> faults(String html, Composition composition) {
        var faults = faults(html, composition.request().template().brand());
        faults.addAll(withoutObjection(Jsoup.parse(html).text(), composition));
        return faults;
    }

    /** Whether advertising fails to say where it is objected to. */
    public static List<String> withoutObjection(String text, Composition composition) {
        var address = composition.request().template().brand().findText("email", "objection");
        return !composition.advertises() || address.filter(text::contains).isPresent()
                ? List.of()
                : List.of("it advertises, and does not say where that is objected to: email.objection of brand.yaml");
    }

    /** Which of the brand's legal details a text does not have. */
    public static List<String> missing(String text, Brand brand) {
        var plain = text.replaceAll("\\s+", " ");
        var missing = new ArrayList<String>();
        if (brand.settings().get("legal") instanceof Map<?, ?> legal) {
            legal.forEach((name, value) -> {
                if (!plain.contains(String.valueOf(value).replaceAll("\\s+", " "))) {
                    missing.add("the legal detail «" + name + "» of brand.yaml is missing");
                }
            });
        }
        return missing;
    }

    private static void headings(Document page, List<String> faults) {
        int level = 0;
        for (var heading : page.select("h1, h2, h3, h4, h5, h6")) {
            int next = heading.normalName().charAt(1) - '0';
            if (level > 0 && next > level + 1) {
                faults.add("the heading «" + begin(heading) + "» is h" + next + " after h" + level
                        + ": a level is left out");
            }
            level = next;
        }
    }

    private static void table(Element table, List<String> faults) {
        if (table.is(FOR_PLACING_ONLY)) {
            return;
        }
        var heads = table.select("th");
        if (heads.isEmpty()) {
            faults.add("the table «" + begin(table)
                    + "» has no <th>: say what its columns or rows are, or role=\"presentation\""
                    + " if it only places things");
        } else if (!heads.stream().allMatch(head -> head.hasAttr("scope"))) {
            faults.add("a <th> of the table «" + begin(table) + "» has no scope: \"col\" or \"row\"");
        }
    }

    private static boolean saysWhere(Element link) {
        return !link.text().isBlank()
                || link.select("img[alt]").stream()
                        .anyMatch(picture -> !picture.attr("alt").isBlank());
    }

    private static String begin(Element element) {
        var text = element.text();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
