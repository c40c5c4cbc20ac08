package io.chancery.render.print.style;

import com.openhtmltopdf.context.StyleReference;
import com.openhtmltopdf.context.StylesheetFactoryImpl;
import com.openhtmltopdf.css.newmatch.CascadedStyle;
import com.openhtmltopdf.css.newmatch.Matcher;
import com.openhtmltopdf.css.newmatch.PageInfo;
import com.openhtmltopdf.css.sheet.Stylesheet;
import com.openhtmltopdf.css.style.CalculatedStyle;
import com.openhtmltopdf.css.style.EmptyStyle;
import com.openhtmltopdf.extend.NamespaceHandler;
import io.chancery.render.print.style.Kind.Declared;
import io.chancery.render.print.style.Kind.Styled;
import io.chancery.render.print.style.Kind.Traits;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The styles that the same style sheets give letter after letter. The layout engine works them out anew for each element of
 * each document; here that happens once for each kind of element. For one thread, and one document at a time.
 */
public final class RememberedStyles extends StyleReference {

    private static final int MOST_KINDS = 3_000;

    /** What a kind does not know: where an element stands among many, its language, and the element before the one before. */
    private static final Pattern UNKNOWN = Pattern.compile("nth-|:even|:odd|:lang|\\+[^,{};]*\\+");

    /** The engine keeps the first length that a share of a width came to, which may be another in the next document. */
    private static final Pattern SHARE = Pattern.compile("(margin|padding)[^;}]*%", Pattern.CASE_INSENSITIVE);

    /** Attributes with words or addresses, each another. */
    private static final Set<String> UNASKED = Set.of("alt", "content", "src", "title");

    private final NamespaceHandler handler;
    private final Matcher matcher;
    private final boolean asksForNeighbours;
    private final boolean asksForEdges;
    private final boolean asksForAttributes;
    private boolean hasShares;
    private int kinds;
    private final Map<Traits, Kind> roots = new HashMap<>();
    private final Map<Element, Kind> kindOf = new IdentityHashMap<>();
    private final Map<Element, CalculatedStyle> calculated = new IdentityHashMap<>();
    private CalculatedStyle outermost = new EmptyStyle();
    private @Nullable Document document;

    /**
     * @param sheets in their order, that of the engine first
     * @param css their source, without that of the engine
     */
    public RememberedStyles(NamespaceHandler handler, List<Stylesheet> sheets, String css, String medium) {
        super(null);
        this.handler = handler;
        var factory = new StylesheetFactoryImpl(null);
        factory.setSupportCMYKColors(true);
        var resolver = new KindResolver();
        this.matcher = new Matcher(resolver, resolver, factory, sheets, medium);
        this.asksForNeighbours = css.contains("+");
        this.asksForEdges = css.contains("-child");
        this.asksForAttributes = css.contains("[");
        this.hasShares = SHARE.matcher(css).find();
    }

    /** Whether styles by these style sheets can be remembered. */
    public static boolean canRemember(String css) {
        return !UNKNOWN.matcher(css).find();
    }

    /** Whether it should be given up for a new one. */
    public boolean isFull() {
        return kinds > MOST_KINDS;
    }

    /** From now on it is asked of this document. */
    public void begin(Document next) {
        document = next;
        kindOf.clear();
        calculated.clear();
        if (hasShares) {
            outermost = new EmptyStyle();
        }
    }

    /** The style of an element with all that it inherits. */
    public CalculatedStyle calculated(Element element) {
        var known = calculated.get(element);
        if (known == null) {
            var above = element.getParentNode() instanceof Element parent ? calculated(parent) : outermost;
            known = above.deriveStyle(getCascadedStyle(element, false));
            calculated.put(element, known);
        }
        return known;
    }

    @Override
    public @Nullable CalculatedStyle getRootElementStyle() {
        return document == null ? null : calculated(document.getDocumentElement());
    }

    @Override
    public CascadedStyle getCascadedStyle(@Nullable Element element, boolean again) {
        if (element == null) {
            return CascadedStyle.emptyCascadedStyle;
        }
        var kind = kind(element);
        var style = kind.style;
        if (style == null) {
            style = matcher.getCascadedStyle(kind, false);
            kind.style = style;
        }
        return style;
    }

    @Override
    public @Nullable CascadedStyle getPseudoElementStyle(Node node, String pseudoElement) {
        var kind = kind((Element) (node instanceof Element ? node : node.getParentNode()));
        return kind.pseudoElements
                .computeIfAbsent(pseudoElement, name -> new Styled(matcher.getPECascadedStyle(kind, name)))
                .style();
    }

    @Override
    public PageInfo getPageStyle(String name, String pseudoPage) {
        return matcher.getPageCascadedStyle(name, pseudoPage);
    }

    @Override
    public int getFragmentHide(Element element) {
        return matcher.getFragmentHide(kind(element));
    }

    private Kind kind(Element element) {
        var known = kindOf.get(element);
        if (known == null) {
            var parent = element.getParentNode() instanceof Element above ? kind(above) : null;
            var siblings = parent == null ? roots : parent.children;
            var traits = traits(element);
            known = siblings.get(traits);
            if (known == null) {
                known = new Kind(parent, traits);
                siblings.put(traits, known);
                kinds++;
                hasShares |= SHARE.matcher(traits.declared().style()).find();
            }
            kindOf.put(element, known);
        }
        return known;
    }

    private Traits traits(Element element) {
        var before = asksForNeighbours || asksForEdges ? neighbour(element, Node::getPreviousSibling) : null;
        return new Traits(
                element.getLocalName(),
                attributes(element),
                declared(element),
                asksForNeighbours && before != null ? alone(before) : null,
                asksForEdges && before == null,
                asksForEdges && neighbour(element, Node::getNextSibling) == null);
    }

    /** An element as the one after it sees it. */
    private Traits alone(Element element) {
        boolean isFirst = asksForEdges && neighbour(element, Node::getPreviousSibling) == null;
        return new Traits(element.getLocalName(), attributes(element), declared(element), null, isFirst, false);
    }

    private static @Nullable Element neighbour(Element element, UnaryOperator<@Nullable Node> next) {
        var neighbour = next.apply(element);
        while (neighbour != null && !(neighbour instanceof Element)) {
            neighbour = next.apply(neighbour);
        }
        return (Element) neighbour;
    }

    private Map<String, String> attributes(Element element) {
        var all = element.getAttributes();
        if (all.getLength() == 0) {
            return Map.of();
        }
        var asked = new HashMap<String, String>();
        for (int i = 0; i < all.getLength(); i++) {
            var name = all.item(i).getNodeName();
            if (asksForAttributes) {
                asked.put(name, all.item(i).getNodeValue());
            } else if (!UNASKED.contains(name) && !name.startsWith("data-")) {
                asked.put(name, name.equals("href") ? "" : all.item(i).getNodeValue());
            }
        }
        return asked;
    }

    private Declared declared(Element element) {
        return new Declared(text(handler.getElementStyling(element)), text(handler.getNonCssStyling(element)));
    }

    private static String text(@Nullable String css) {
        return css == null ? "" : css;
    }
}
