package io.chancery.render.print;

import com.openhtmltopdf.context.StyleReference;
import com.openhtmltopdf.context.StylesheetFactoryImpl;
import com.openhtmltopdf.css.parser.CSSParser;
import com.openhtmltopdf.css.sheet.Stylesheet;
import com.openhtmltopdf.css.sheet.StylesheetInfo;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.NullUserInterface;
import com.openhtmltopdf.simple.extend.XhtmlNamespaceHandler;
import io.chancery.render.print.style.RememberedStyles;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private final XhtmlNamespaceHandler handler = new XhtmlNamespaceHandler() {
        @Override
        public StylesheetInfo[] getStylesheets(Document document) {
            return inHead(document).stream().map(Styles.this::info).toArray(StylesheetInfo[]::new);
        }
    };

    private final Map<Source, Stylesheet> parsed = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Source, Stylesheet> eldest) {
            return size() > KEPT;
        }
    };

    private final Map<List<Source>, RememberedStyles> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Source>, RememberedStyles> eldest) {
            return size() > KEPT;
        }
    };

    /** A {@code <style>}. */
    private record Source(String media, String css) {}

    /** Gives a context the styles of a document. */
    void begin(Document document, SharedContext context) {
        context.setNamespaceHandler(handler);
        var sources = inHead(document);
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
        info.setStylesheet(parsed.computeIfAbsent(source, Styles::parse));
        return info;
    }

    /** One at a time, for the parser numbers the selectors of all threads without caring who counts. */
    private static Stylesheet parse(Source source) {
        synchronized (Styles.class) {
            try {
                return new CSSParser((where, what) -> {})
                        .parseStylesheet("", StylesheetInfo.AUTHOR, new StringReader(source.css()));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }
}
