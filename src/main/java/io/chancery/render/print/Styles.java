package io.chancery.render.print;

import com.openhtmltopdf.css.parser.CSSParser;
import com.openhtmltopdf.css.sheet.Stylesheet;
import com.openhtmltopdf.css.sheet.StylesheetInfo;
import com.openhtmltopdf.simple.extend.XhtmlNamespaceHandler;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Finds the style sheets of a letter: those in its head and no others. A brand's style sheet is the same in every letter, so a
 * press parses it once. For one thread.
 */
final class Styles {

    private static final int KEPT = 32;

    private final Map<String, Stylesheet> parsed = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Stylesheet> eldest) {
            return size() > KEPT;
        }
    };

    /** The library's handler of one document. */
    XhtmlNamespaceHandler ofOneDocument() {
        return new XhtmlNamespaceHandler() {
            @Override
            public StylesheetInfo[] getStylesheets(Document document) {
                return inHead(document).toArray(StylesheetInfo[]::new);
            }
        };
    }

    private List<StylesheetInfo> inHead(Document document) {
        var sheets = new ArrayList<StylesheetInfo>();
        var styles = document.getElementsByTagName("style");
        for (int i = 0; i < styles.getLength(); i++) {
            var style = (Element) styles.item(i);
            if (style.getParentNode().getNodeName().equals("head")) {
                var sheet = new StylesheetInfo();
                sheet.setMedia(style.getAttribute("media"));
                sheet.setOrigin(StylesheetInfo.AUTHOR);
                sheet.setStylesheet(parsed.computeIfAbsent(style.getTextContent(), Styles::parse));
                sheets.add(sheet);
            }
        }
        return sheets;
    }

    private static Stylesheet parse(String css) {
        try {
            return new CSSParser((where, what) -> {}).parseStylesheet("", StylesheetInfo.AUTHOR, new StringReader(css));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
