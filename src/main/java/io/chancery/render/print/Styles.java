package io.chancery.render.print;

import com.openhtmltopdf.context.StyleReference;
import com.openhtmltopdf.context.StylesheetFactoryImpl;
import com.openhtmltopdf.css.parser.CSSParser;
import com.openhtmltopdf.css.sheet.MediaRule;
import com.openhtmltopdf.css.sheet.Ruleset;
import com.openhtmltopdf.css.sheet.Stylesheet;
import com.openhtmltopdf.css.sheet.StylesheetInfo;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.NullUserInterface;
import com.openhtmltopdf.simple.extend.XhtmlNamespaceHandler;
import io.chancery.render.RenderException;
import io.chancery.render.print.style.RememberedStyles;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Finds the style sheets of a letter: those in its head and no others. A brand's style sheet is the same in every letter, so a
 * press parses it once, and remembers what it makes of the elements. For one thread.
 */
final class Styles {

    private static final int KEPT = 32;
    private static final int DECLARATIONS_OF_A_SELECTOR = 8;

    /** Every element is held against every rule. */
    private static final long MOST_COMPARISONS = 12_000_000;

    private final XhtmlNamespaceHandler handler = new XhtmlNamespaceHandler() {
        @Override
        public StylesheetInfo[] getStylesheets(Document document) {
            return inHead(document).stream().map(Styles.this::info).toArray(StylesheetInfo[]::new);
        }

        @Override
        public String getElementStyling(Element element) {
            return isPicture(element) ? element.getAttribute("style") : super.getElementStyling(element);
        }

        /** With the size at a picture, which gives way to style sheets (CSS 2.1, §6.4.4); the library's would beat them. */
        @Override
        public String getNonCssStyling(Element element) {
            var hints = Objects.requireNonNullElse(super.getNonCssStyling(element), "");
            if (!isPicture(element)) {
                return hints;
            }
            var sizeAndStyle = super.getElementStyling(element);
            int size = sizeAndStyle.length() - element.getAttribute("style").length();
            return hints + sizeAndStyle.substring(0, size);
        }

        private static boolean isPicture(Element element) {
            return element.getNodeName().equals("img");
        }
    };

    private final Map<Source, Sheet> parsed = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Source, Sheet> eldest) {
            return size() > KEPT;
        }
    };

    private final Map<List<Source>, RememberedStyles> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Source>, RememberedStyles> eldest) {
            return size() > KEPT;
        }
    };

    /**
     * A parsed style sheet.
     *
     * @param weight what it costs for one element, in selectors
     */
    private record Sheet(Stylesheet rules, long weight) {}

    /** A {@code <style>}. */
    private record Source(String media, String css) {}

    /** Gives a context the styles of a document. */
    void begin(Document document, SharedContext context) {
        context.setNamespaceHandler(handler);
        var sources = inHead(document);
        checkWeight(sources, document);
        var css = sources.stream().map(Source::css).collect(Collectors.joining("\n"));
        if (RememberedStyles.canRemember(css)) {
            var styles = remembered.compute(
                    sources,
                    (same, known) -> known == null || known.isFull() ? remember(sources, css, context) : known);
            styles.begin(document);
            context.setCss(styles);
        } else {
            var styles = new StyleReference(context.getUserAgentCallback());
            context.setCss(styles);
            styles.setDocumentContext(context, handler, document, new NullUserInterface());
        }
    }

    private void checkWeight(List<Source> sources, Document document) {
        long weight =
                sources.stream().mapToLong(source -> sheet(source).weight()).sum();
        if (weight * document.getElementsByTagName("*").getLength() > MOST_COMPARISONS) {
            throw new RenderException("The letter has too many elements for so many styles, or too many styles");
        }
    }

    private Sheet sheet(Source source) {
        return parsed.computeIfAbsent(source, Styles::parse);
    }

    private RememberedStyles remember(List<Source> sources, String css, SharedContext context) {
        var engine = handler.getDefaultStylesheet(new StylesheetFactoryImpl(context.getUserAgentCallback()));
        var sheets = Stream.concat(Stream.of(engine), sources.stream().map(this::info))
                .filter(sheet -> sheet.appliesToMedia(context.getMedia()))
                .map(StylesheetInfo::getStylesheet)
                .toList();
        return new RememberedStyles(handler, sheets, css, context.getMedia());
    }

    private static List<Source> inHead(Document document) {
        var sources = new ArrayList<Source>();
        var head = document.getDocumentElement().getFirstChild();
        while (head != null && !head.getNodeName().equals("head")) {
            head = head.getNextSibling();
        }
        for (var child = head == null ? null : head.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element style && style.getNodeName().equals("style")) {
                sources.add(new Source(style.getAttribute("media"), style.getTextContent()));
            }
        }
        return sources;
    }

    private StylesheetInfo info(Source source) {
        var info = new StylesheetInfo();
        info.setMedia(source.media());
        info.setOrigin(StylesheetInfo.AUTHOR);
        info.setStylesheet(sheet(source).rules());
        return info;
    }

    /** One at a time, for the parser numbers the selectors of all threads without caring who counts. */
    private static Sheet parse(Source source) {
        synchronized (Styles.class) {
            try {
                var rules = new CSSParser((where, what) -> {})
                        .parseStylesheet("", StylesheetInfo.AUTHOR, new StringReader(source.css()));
                return new Sheet(rules, weight(rules.getContents()));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }

    private static long weight(List<?> rules) {
        long weight = 0;
        for (var rule : rules) {
            if (rule instanceof MediaRule media) {
                weight += weight(media.getContents());
            } else if (rule instanceof Ruleset set) {
                int declarations = set.getPropertyDeclarations().size();
                weight += set.getFSSelectors().size() * (1L + declarations / DECLARATIONS_OF_A_SELECTOR);
            }
        }
        return weight;
    }
}
